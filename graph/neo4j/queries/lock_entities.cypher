// Takes the write locks of entities, as lock_articles does those of articles.
// Parameters: rows, ids in ascending order.
UNWIND $rows AS id
MERGE (e:EntityKey {id: id})
SET e:EntityKey
