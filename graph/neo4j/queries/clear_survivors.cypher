// Notes that ids stand for themselves alone.
// Parameters: rows, ids.
UNWIND $rows AS id
MATCH (s:Survivor {id: id})
DELETE s
