-- Purpose: groups of claims in order, after a given one.
-- Parameters: 1 subject, 2 object, 3 type, 4 limit
-- Columns: subject, object, type
SELECT DISTINCT subject, object, type FROM claim
WHERE current = 1 AND type <> '' AND (subject, object, type) > (?1, ?2, ?3)
ORDER BY subject, object, type LIMIT ?4;
