// Notes which id stands for another.
// Parameters: rows of id and survivor.
UNWIND $rows AS row
MERGE (s:Survivor {id: row.id})
SET s.survivor = row.survivor
