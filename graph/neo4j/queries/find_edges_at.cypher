// One stretch of the edges at each of many nodes.
// Parameters: at (ids of nodes), limit, and those of the conditions. Slots: types, where, order.
// Columns: i (index in at), edge, type, from, to.
UNWIND range(0, size($at) - 1) AS i
MATCH (n:EntityKey {id: $at[i]})
CALL (n) {
  MATCH (n)-[r:‹types›]-(m)
  WHERE ‹where›
  RETURN r ORDER BY ‹order› LIMIT $limit
}
RETURN i, properties(r) AS edge, type(r) AS type, startNode(r).id AS from, endNode(r).id AS to
