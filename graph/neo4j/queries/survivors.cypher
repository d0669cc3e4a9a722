// The ids that stand for entities that were joined with others.
// Parameters: ids. Columns: id, survivor.
UNWIND $ids AS id
MATCH (s:Survivor {id: id})
RETURN id, s.survivor AS survivor
