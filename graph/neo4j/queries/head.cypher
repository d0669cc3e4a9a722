// The place of the last change.
// Parameters: revision (no later batch; null: all). Columns: head.
MATCH (b:Batch)
WHERE b.through > 0 AND ($revision IS NULL OR b.revision <= $revision)
RETURN b.through AS head ORDER BY b.through DESC LIMIT 1
