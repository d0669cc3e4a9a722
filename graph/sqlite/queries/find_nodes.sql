-- Purpose: nodes by filter.
-- Parameters: those of the fragments, then the limit
-- Columns: body, articles, degree
SELECT b.body, n.articles, n.degree
FROM node AS n JOIN node_body AS b ON b.n = n.n
WHERE true /*and*/
/*order*/
