// Rewrites the edges of one type that are not the same any more.
// Parameters: rows of id and props. Slots: type. Columns: id of each that was rewritten.
UNWIND $rows AS row
MATCH ()-[r:‹type› {id: row.id}]->()
WHERE properties(r) <> row.props
SET r = row.props
RETURN row.id AS id
