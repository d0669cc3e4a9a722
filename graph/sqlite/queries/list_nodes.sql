-- Purpose: nodes by id, in the order of the list.
-- Parameters: 1 JSON array of ids
-- Columns: body, articles, degree
SELECT b.body, n.articles, n.degree
FROM json_each(?1) AS j JOIN node AS n ON n.id = j.value JOIN node_body AS b ON b.n = n.n
ORDER BY j.key;
