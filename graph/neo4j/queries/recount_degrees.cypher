// Counts the edges at entities.
// Parameters: rows, ids of entities. Slots: types.
UNWIND $rows AS id
MATCH (e:EntityKey {id: id})
SET e.degree = COUNT { (e)-[:‹types›]-() }
