-- Purpose: edges of the whole graph by filter.
-- Parameters: those of the fragments, then the limit
-- Columns: body
SELECT e.body FROM edge AS e
WHERE true /*and*/
/*order*/
