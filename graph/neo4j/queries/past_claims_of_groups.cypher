// The claims of groups that a moment knows.
// Parameters: keys (of groups), later, asOf, limit. Slots: visible. Columns: claim.
CALL () {
  UNWIND $keys AS key MATCH (x:Claim {group: key}) RETURN x
  UNION
  UNWIND $keys AS key MATCH (x:RetiredClaim {group: key}) RETURN x
}
WITH x
WHERE ‹visible›
RETURN properties(x) AS claim LIMIT $limit
