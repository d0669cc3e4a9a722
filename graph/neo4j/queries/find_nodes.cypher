// One stretch of the nodes that pass a filter.
// Parameters: limit, and those of the conditions. Slots: source (of n), match (of its name),
// where, order. Columns: node.
‹source›
‹match›
WHERE ‹where›
WITH n ORDER BY ‹order› LIMIT $limit
RETURN properties(n) AS node
