-- The distinct words of names, read off the index that name_words keeps anyway.
CREATE VIRTUAL TABLE name_word USING fts5vocab ('name_words', 'row');
