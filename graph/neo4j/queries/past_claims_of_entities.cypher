// The claims about entities that a moment knows, each once.
// Parameters: keys (ids of entities), later, asOf, limit. Slots: visible. Columns: claim.
CALL () {
  UNWIND $keys AS key MATCH (x:Claim {subject: key}) RETURN x
  UNION
  UNWIND $keys AS key MATCH (x:Claim {object: key}) RETURN x
  UNION
  UNWIND $keys AS key MATCH (x:RetiredClaim {subject: key}) RETURN x
  UNION
  UNWIND $keys AS key MATCH (x:RetiredClaim {object: key}) RETURN x
}
WITH x
WHERE ‹visible›
RETURN properties(x) AS claim LIMIT $limit
