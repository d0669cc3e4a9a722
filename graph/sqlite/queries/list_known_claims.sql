-- Purpose: all claims as known at a record time.
-- Parameters: 1 record time, 2 limit
-- Columns: body, lang, source
SELECT c.body, a.lang, a.source FROM assertion AS a JOIN claim AS c ON c.assertion = a.n
WHERE a.recorded_at <= ?1 AND (a.retracted_at IS NULL OR a.retracted_at > ?1) LIMIT ?2;
