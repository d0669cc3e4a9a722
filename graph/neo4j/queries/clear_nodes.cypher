// Takes what is current off entities that nothing describes any more.
// Parameters: rows of id and type.
UNWIND $rows AS row
MATCH (e:EntityKey {id: row.id})
SET e = {id: row.id}
REMOVE e:Entity:$(row.type)
