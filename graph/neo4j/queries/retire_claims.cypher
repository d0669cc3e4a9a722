// Moves the claims of articles to the versions made by retire_articles.
// Parameters: rows, ids of articles; at; token of the batch.
UNWIND $rows AS id
MATCH (v:ArticleVersion {id: id})
WHERE v.retiredBy = $token
MATCH (:ArticleKey {id: id})-[r:ASSERTS]->(c:Claim)
CREATE (v)-[:ASSERTED]->(c)
SET c:RetiredClaim, c.retracted = $at, c.retiredBy = $token
REMOVE c:Claim
DELETE r
WITH c
MATCH (c)-[end:SUBJECT|OBJECT]->(:EntityKey)
DELETE end
