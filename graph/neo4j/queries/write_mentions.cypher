// Joins articles to the entities that they mention.
// Parameters: rows of article, entity, description (its hash) and spans (start, end, start …).
UNWIND $rows AS row
MATCH (a:ArticleKey {id: row.article})
MATCH (e:EntityKey {id: row.entity})
CREATE (a)-[:MENTIONS {description: row.description, spans: row.spans}]->(e)
