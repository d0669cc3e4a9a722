// Markers of batches, by record time: the last load.
CREATE INDEX batch_at IF NOT EXISTS
FOR (n:Batch) ON (n.at)
