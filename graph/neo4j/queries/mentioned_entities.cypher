// The entities that current articles mention.
// Parameters: ids of articles. Columns: id.
UNWIND $ids AS id
MATCH (:ArticleKey {id: id})-[:MENTIONS]->(e:EntityKey)
RETURN DISTINCT e.id AS id
