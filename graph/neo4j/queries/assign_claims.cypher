// Says which edges claims belong to.
// Parameters: rows of id and edge (null for none).
UNWIND $rows AS row
MATCH (c:Claim {id: row.id})
SET c.edge = row.edge
