-- Purpose: make the words of a name key searchable.
-- Parameters: 1 node_name.n, 2 words
-- Columns: none
INSERT INTO name_words (rowid, words) VALUES (?1, ?2);
