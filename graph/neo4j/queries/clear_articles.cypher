// Takes what is current off the nodes of articles.
// Parameters: rows, ids of articles.
UNWIND $rows AS id
MATCH (a:ArticleKey {id: id})
SET a = {id: id}
REMOVE a:Article
