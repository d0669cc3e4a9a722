-- Purpose: articles by filter.
-- Parameters: those of the fragments, then the limit
-- Columns: body
SELECT a.body FROM assertion AS a
WHERE true /*and*/
/*order*/
