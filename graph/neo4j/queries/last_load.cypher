// The record time of the last batch.
// Columns: at, null before the first.
MATCH (b:Batch)
RETURN max(b.at) AS at
