// Moves the mentions of articles to the versions made by retire_articles, and counts their
// descriptions down.
// Parameters: rows, ids of articles; token of the batch.
UNWIND $rows AS id
MATCH (v:ArticleVersion {id: id})
WHERE v.retiredBy = $token
MATCH (:ArticleKey {id: id})-[m:MENTIONS]->(e:EntityKey)
MATCH (d:Description {key: e.id + ' ' + m.description})
CREATE (v)-[p:MENTIONED]->(e)
SET p = properties(m), d.articles = d.articles - 1
DELETE m
