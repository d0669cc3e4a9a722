-- Purpose: offices and locations as claimed where no id was joined.
-- Parameters: none
-- Columns: body
SELECT c.body FROM claim AS c JOIN assertion AS a ON a.n = c.assertion
WHERE c.current = 1 AND c.type IN ('HOLDS_OFFICE', 'LOCATED_IN') AND a.original IS NULL;
