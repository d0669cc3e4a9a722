// Earlier versions of an article.
CREATE INDEX article_version_id IF NOT EXISTS
FOR (n:ArticleVersion) ON (n.id)
