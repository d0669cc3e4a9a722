// Markers of batches, by when they were committed.
CREATE INDEX batch_revision IF NOT EXISTS
FOR (n:Batch) ON (n.revision)
