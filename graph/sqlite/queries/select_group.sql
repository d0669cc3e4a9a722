-- Purpose: the current claims of one group.
-- Parameters: 1 subject, 2 object, 3 type
-- Columns: n, edge, body
SELECT n, edge, body FROM claim
WHERE current = 1 AND subject = ?1 AND object = ?2 AND type = ?3 ORDER BY id;
