-- Purpose: how all entities are described as known at a record time, once an article.
-- Parameters: 1 record time, 2 limit
-- Columns: entity, hash
SELECT m.entity, m.hash FROM assertion AS a JOIN mention AS m ON m.assertion = a.n
WHERE a.recorded_at <= ?1 AND (a.retracted_at IS NULL OR a.retracted_at > ?1) LIMIT ?2;
