-- Purpose: claims about an entity as known at a record time.
-- Parameters: 1 number of the entity, 2 record time, 3 limit
-- Columns: body, lang, source
SELECT c.body, a.lang, a.source FROM claim AS c JOIN assertion AS a ON a.n = c.assertion
WHERE c.current = 1 AND c.subject = ?1 AND a.recorded_at <= ?2 AND (a.retracted_at IS NULL OR a.retracted_at > ?2)
UNION ALL
SELECT c.body, a.lang, a.source FROM claim AS c JOIN assertion AS a ON a.n = c.assertion
WHERE c.current = 0 AND c.subject = ?1 AND a.recorded_at <= ?2 AND (a.retracted_at IS NULL OR a.retracted_at > ?2)
UNION ALL
SELECT c.body, a.lang, a.source FROM claim AS c JOIN assertion AS a ON a.n = c.assertion
WHERE c.current = 1 AND c.object = ?1 AND a.recorded_at <= ?2 AND (a.retracted_at IS NULL OR a.retracted_at > ?2)
UNION ALL
SELECT c.body, a.lang, a.source FROM claim AS c JOIN assertion AS a ON a.n = c.assertion
WHERE c.current = 0 AND c.object = ?1 AND a.recorded_at <= ?2 AND (a.retracted_at IS NULL OR a.retracted_at > ?2)
LIMIT ?3;
