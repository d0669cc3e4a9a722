// How many edges of each type lie at each of many nodes.
// Parameters: at (ids of nodes), and those of the conditions. Slots: types, where.
// Columns: i (index in at), type, count.
UNWIND range(0, size($at) - 1) AS i
MATCH (n:EntityKey {id: $at[i]})-[r:‹types›]-(m)
WHERE ‹where›
RETURN i, type(r) AS type, count(r) AS count
