// One stretch of the edges of the whole graph, in an order by value.
// Parameters: limit, and those of the conditions. Slots: types, where, order.
// Columns: edge, type, from, to.
MATCH (a)-[r:‹types›]->(b)
WHERE ‹where›
WITH a, r, b ORDER BY ‹order› LIMIT $limit
RETURN properties(r) AS edge, type(r) AS type, a.id AS from, b.id AS to
