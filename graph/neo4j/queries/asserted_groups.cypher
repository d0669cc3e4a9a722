// The groups and edges that current claims of articles belong to.
// Parameters: ids of articles. Columns: type, subject, object; edge, null where the claim makes
// none.
UNWIND $ids AS id
MATCH (:ArticleKey {id: id})-[:ASSERTS]->(c:Claim)
WHERE c.group IS NOT NULL
RETURN DISTINCT c.type AS type, c.subject AS subject, c.object AS object, c.edge AS edge
