// Takes what is current off entities that nothing describes any more.
// Parameters: rows of id and type. Columns: id of each that was a node.
UNWIND $rows AS row
MATCH (e:EntityKey {id: row.id})
WHERE e:Entity
SET e = {id: row.id}
REMOVE e:Entity:$(row.type)
RETURN row.id AS id
