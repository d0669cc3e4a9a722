// All claims that a moment knows.
// Parameters: later, asOf, limit. Slots: visible. Columns: claim.
MATCH (x:Claim|RetiredClaim)
WHERE ‹visible›
RETURN properties(x) AS claim LIMIT $limit
