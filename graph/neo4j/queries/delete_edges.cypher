// Deletes edges of one type and keeps their groups, so that their ids can be asked for as of
// an earlier time.
// Parameters: rows of id and group. Slots: type. Columns: id of each.
UNWIND $rows AS row
MATCH ()-[r:‹type› {id: row.id}]->()
DELETE r
MERGE (e:RetiredEdge {id: row.id})
SET e.group = row.group
RETURN row.id AS id
