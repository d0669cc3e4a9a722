-- Purpose: current articles by id, in the order of the list.
-- Parameters: 1 JSON array of ids
-- Columns: body
SELECT a.body FROM json_each(?1) AS j JOIN assertion AS a ON a.article = j.value AND a.retracted_at IS NULL
ORDER BY j.key;
