// The one node of an article, for ever: what writers lock.
CREATE CONSTRAINT article_key_id IF NOT EXISTS
FOR (n:ArticleKey) REQUIRE n.id IS UNIQUE
