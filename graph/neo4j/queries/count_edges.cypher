// How many edges of the whole graph pass a filter.
// Parameters: those of the conditions. Slots: types, where. Columns: count.
MATCH (a)-[r:‹types›]->(b)
WHERE ‹where›
RETURN count(r) AS count
