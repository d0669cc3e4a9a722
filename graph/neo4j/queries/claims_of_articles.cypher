// One stretch of the claims of each of many articles.
// Parameters: keys (ids of articles), limit, and those of the conditions. Slots: where, order,
// return. Columns: i (index in keys), and what return says.
UNWIND range(0, size($keys) - 1) AS i
CALL (i) {
  MATCH (:ArticleKey {id: $keys[i]})-[:ASSERTS]->(c:Claim)
  WHERE ‹where›
  RETURN c ORDER BY ‹order› LIMIT $limit
}
RETURN i, ‹return›
