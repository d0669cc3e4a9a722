-- Purpose: the assertion of an article as known at a record time.
-- Parameters: 1 article, 2 record time
-- Columns: n
SELECT n FROM assertion WHERE article = ?1 AND retracted_at IS NULL AND recorded_at <= ?2
UNION ALL
SELECT n FROM assertion WHERE article = ?1 AND retracted_at IS NOT NULL AND recorded_at <= ?2 AND retracted_at > ?2
LIMIT 1;
