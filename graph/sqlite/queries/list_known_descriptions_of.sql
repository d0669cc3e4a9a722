-- Purpose: how an entity is described as known at a record time, once an article.
-- Parameters: 1 number of the entity, 2 record time, 3 limit
-- Columns: entity, hash
SELECT m.entity, m.hash FROM mention AS m JOIN assertion AS a ON a.n = m.assertion
WHERE m.current = 1 AND m.entity = ?1 AND a.recorded_at <= ?2
UNION ALL
SELECT m.entity, m.hash FROM mention AS m JOIN assertion AS a ON a.n = m.assertion
WHERE m.current = 0 AND m.entity = ?1 AND a.recorded_at <= ?2 AND a.retracted_at > ?2
LIMIT ?3;
