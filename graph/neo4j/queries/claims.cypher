// Claims by id with their retired doubles: the current one, else the one retracted last, comes
// last.
// Parameters: ids; later, tokens of batches to leave out; asOf is not used. Columns: claim.
UNWIND $ids AS id
CALL (id) {
  MATCH (c:Claim {id: id}) RETURN c
  UNION
  MATCH (c:RetiredClaim {id: id}) RETURN c
}
WITH c
WHERE NOT c.batch IN $later
RETURN properties(c) AS claim
ORDER BY c.retracted IS NULL OR c.retiredBy IN $later, c.retracted
