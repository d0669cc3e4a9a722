// Writes nodes as derived.
// Parameters: rows of id, type and props.
UNWIND $rows AS row
MATCH (e:EntityKey {id: row.id})
SET e = row.props
SET e:Entity:$(row.type)
