// Numbers a batch and what it changed, once lock_revision holds the counters.
// Parameters: token of the batch; at; kinds and ids of the changes, one each.
MATCH (r:Revision {id: 'graph'})
SET r.value = coalesce(r.value, 0) + 1, r.changes = coalesce(r.changes, 0) + size($ids)
WITH r.value AS revision, r.changes AS through
MATCH (b:Batch {token: $token})
SET b.revision = revision
WITH b, through WHERE size($ids) > 0
SET b.through = through, b.recorded = $at, b.kinds = $kinds, b.ids = $ids
