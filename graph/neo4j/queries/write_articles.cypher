// Writes the current versions of articles.
// Parameters: rows of id, props and hash; at; token of the batch.
UNWIND $rows AS row
MATCH (a:ArticleKey {id: row.id})
SET a = row.props, a.hash = row.hash, a.recorded = $at, a.batch = $token, a:Article
