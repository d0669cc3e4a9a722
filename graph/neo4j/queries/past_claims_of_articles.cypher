// The claims of articles that a moment knows.
// Parameters: keys (ids of articles), later, asOf, limit. Slots: visible. Columns: claim.
CALL () {
  UNWIND $keys AS key MATCH (:ArticleKey {id: key})-[:ASSERTS]->(x:Claim) RETURN x
  UNION
  UNWIND $keys AS key MATCH (x:RetiredClaim {article: key}) RETURN x
}
WITH x
WHERE ‹visible›
RETURN properties(x) AS claim LIMIT $limit
