// The number of the last batch that changed something.
// Columns: revision, 0 before the first.
OPTIONAL MATCH (r:Revision {id: 'graph'})
RETURN coalesce(r.value, 0) AS revision
