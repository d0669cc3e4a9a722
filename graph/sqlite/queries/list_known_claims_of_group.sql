-- Purpose: claims of one group as known at a record time.
-- Parameters: 1 number of the subject, 2 record time, 3 number of the object, 4 type, 5 limit
-- Columns: body, lang, source
SELECT c.body, a.lang, a.source FROM claim AS c JOIN assertion AS a ON a.n = c.assertion
WHERE c.current = 1 AND c.subject = ?1 AND c.object = ?3 AND c.type = ?4 AND a.recorded_at <= ?2 AND (a.retracted_at IS NULL OR a.retracted_at > ?2)
UNION ALL
SELECT c.body, a.lang, a.source FROM claim AS c JOIN assertion AS a ON a.n = c.assertion
WHERE c.current = 0 AND c.subject = ?1 AND c.object = ?3 AND c.type = ?4 AND a.recorded_at <= ?2 AND (a.retracted_at IS NULL OR a.retracted_at > ?2)
LIMIT ?5;
