// Takes the write lock of the revision counter, the last lock of every batch that changes
// something.
MERGE (r:Revision {id: 'graph'})
SET r:Revision
