-- Purpose: the judgements as known at a record time.
-- Parameters: 1 record time
-- Columns: body
SELECT body FROM judgement WHERE recorded_at <= ?1 AND (retracted_at IS NULL OR retracted_at > ?1) ORDER BY key;
