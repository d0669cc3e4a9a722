// One stretch of the claims of each of many edges.
// Parameters: keys (ids of edges), limit, and those of the conditions. Slots: where, order,
// return. Columns: i (index in keys), and what return says.
UNWIND range(0, size($keys) - 1) AS i
CALL (i) {
  MATCH (c:Claim)
  WHERE c.edge = $keys[i] AND ‹where›
  RETURN c ORDER BY ‹order› LIMIT $limit
}
RETURN i, ‹return›
