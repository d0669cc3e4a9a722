// The ids that survivors stand for beside their own, in order.
// Parameters: ids. Columns: survivor, id.
UNWIND $ids AS survivor
MATCH (s:Survivor {survivor: survivor})
WHERE s.id <> survivor
RETURN survivor, s.id AS id ORDER BY survivor, id
