// The share of one type in find_edges. Slots: type, where, order.
MATCH (a)-[r:‹type›]->(b)
WHERE ‹where›
RETURN a, r, b ORDER BY ‹order› LIMIT $limit
