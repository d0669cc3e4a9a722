// Writes claims and joins them to article, subject and object.
// Parameters: rows of props, article, subject and object (null for a figure); at; token of the
// batch.
UNWIND $rows AS row
MATCH (a:ArticleKey {id: row.article})
MATCH (s:EntityKey {id: row.subject})
CREATE (a)-[:ASSERTS]->(c:Claim)-[:SUBJECT]->(s)
SET c = row.props, c.recorded = $at, c.batch = $token
WITH c, row
MATCH (o:EntityKey {id: row.object})
CREATE (c)-[:OBJECT]->(o)
