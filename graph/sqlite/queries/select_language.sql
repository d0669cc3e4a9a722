-- Purpose: what counters an assertion stands in.
-- Parameters: 1 assertion
-- Columns: lang
SELECT lang FROM assertion WHERE n = ?1;
