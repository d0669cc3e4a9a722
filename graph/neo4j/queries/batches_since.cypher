// The batches that changed something after a revision.
// Parameters: revision. Columns: token.
MATCH (b:Batch)
WHERE b.revision > $revision
RETURN b.token AS token
