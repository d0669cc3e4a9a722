-- Purpose: close a judgement at a record time.
-- Parameters: 1 key, 2 retracted_at
-- Columns: none
UPDATE judgement SET retracted_at = ?2 WHERE key = ?1 AND retracted_at IS NULL;
