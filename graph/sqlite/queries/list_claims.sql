-- Purpose: claims by id, in the order of the list; of several versions the current one, else the last.
-- Parameters: 1 JSON array of ids
-- Columns: body
SELECT (SELECT c.body FROM claim AS c WHERE c.id = j.value ORDER BY c.current DESC, c.n DESC LIMIT 1) AS body
FROM json_each(?1) AS j WHERE body IS NOT NULL ORDER BY j.key;
