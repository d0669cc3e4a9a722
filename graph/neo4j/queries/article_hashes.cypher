// The current versions of articles.
// Parameters: ids. Columns: id, hash of the assertion.
UNWIND $ids AS id
MATCH (a:ArticleKey {id: id})
WHERE a:Article
RETURN a.id AS id, a.hash AS hash
