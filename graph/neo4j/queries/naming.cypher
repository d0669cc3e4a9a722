// The current articles that name entities, by their own ids or by ones joined with them.
// Parameters: ids of survivors. Columns: id.
UNWIND $ids AS id
MATCH (:EntityKey {id: id})<-[:MENTIONS]-(a:Article)
RETURN DISTINCT a.id AS id ORDER BY id
