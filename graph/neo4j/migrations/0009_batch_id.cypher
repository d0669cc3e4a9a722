// Markers of batches, by the id that a sender asks for.
CREATE INDEX batch_id IF NOT EXISTS
FOR (n:Batch) ON (n.id)
