-- Purpose: nodes by id, in the order of the list.
-- Parameters: 1 JSON array of ids
-- Columns: body, articles, degree
SELECT b.body, n.articles, n.degree
FROM json_each(?1) AS j JOIN entity AS i ON i.id = j.value JOIN node AS n ON n.n = i.n JOIN node_body AS b ON b.n = n.n
ORDER BY j.key;
