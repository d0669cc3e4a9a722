// Numbers a batch, once lock_revision holds the counter.
// Parameters: token of the batch.
MATCH (r:Revision {id: 'graph'})
SET r.value = coalesce(r.value, 0) + 1
WITH r.value AS revision
MATCH (b:Batch {token: $token})
SET b.revision = revision
