// Rewrites edges of one type.
// Parameters: rows of id and props. Slots: type.
UNWIND $rows AS row
MATCH ()-[r:‹type› {id: row.id}]->()
SET r = row.props
