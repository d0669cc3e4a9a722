// Copies the current versions of articles into history.
// Parameters: rows, ids of articles; at; token of the batch.
UNWIND $rows AS id
MATCH (a:ArticleKey {id: id})
CREATE (v:ArticleVersion)
SET v = properties(a), v.retracted = $at, v.retiredBy = $token
