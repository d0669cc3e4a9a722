// One stretch of the claims with each of many entities as subject, and one as object.
// Parameters: keys (ids of entities), limit, and those of the conditions. Slots: where, order,
// return. Columns: i (index in keys), and what return says.
UNWIND range(0, size($keys) - 1) AS i
CALL (i) {
  MATCH (c:Claim)
  WHERE c.subject = $keys[i] AND ‹where›
  RETURN c ORDER BY ‹order› LIMIT $limit
  UNION
  MATCH (c:Claim)
  WHERE c.object = $keys[i] AND ‹where›
  RETURN c ORDER BY ‹order› LIMIT $limit
}
RETURN i, ‹return›
