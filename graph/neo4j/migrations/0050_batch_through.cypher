// Markers of batches, by the place of their last change in the feed.
CREATE INDEX batch_through IF NOT EXISTS
FOR (n:Batch) ON (n.through)
