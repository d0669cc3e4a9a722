-- Purpose: edges by id, in the order of the list.
-- Parameters: 1 JSON array of ids
-- Columns: body
SELECT e.body FROM json_each(?1) AS j JOIN edge AS e ON e.id = j.value ORDER BY j.key;
