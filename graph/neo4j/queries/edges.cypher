// Edges by id; every type's index is asked.
// Parameters: ids. Slots: types. Columns: edge, type, from, to.
UNWIND $ids AS id
MATCH (a)-[r:‹types› {id: id}]->(b)
RETURN properties(r) AS edge, type(r) AS type, a.id AS from, b.id AS to
