// One stretch of the edges of the whole graph.
// Parameters: limit, and those of the conditions. Slots: branches (find_edges_of_type, one a
// type), order. Columns: edge, type, from, to.
CALL () {
‹branches›}
WITH a, r, b ORDER BY ‹order› LIMIT $limit
RETURN properties(r) AS edge, type(r) AS type, a.id AS from, b.id AS to
