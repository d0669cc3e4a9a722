-- Purpose: nodes by name and filter.
-- Parameters: 1 key, 2 key after all that begin with it, 3 words to match, 4 least class, those of the fragments, then the limit
-- Columns: body, articles, degree
WITH hit (node, class) AS (
  SELECT node, 3 FROM node_name WHERE key = ?1
  UNION ALL
  SELECT node, 2 FROM node_name WHERE ?4 <= 2 AND key >= ?1 AND key < ?2
  UNION ALL
  SELECT node, 1 FROM node_name WHERE ?4 <= 1 AND n IN (SELECT rowid FROM name_words WHERE name_words MATCH ?3)
),
best (node, class) AS (SELECT node, max(class) FROM hit GROUP BY node)
SELECT b.body, n.articles, n.degree
FROM best AS m JOIN node AS n ON n.n = m.node JOIN node_body AS b ON b.n = n.n
WHERE true /*and*/
/*order*/
