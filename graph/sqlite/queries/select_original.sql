-- Purpose: what an assertion was before ids were joined.
-- Parameters: 1 assertion
-- Columns: original (NULL where it is as it was), body
SELECT original, body FROM assertion WHERE n = ?1;
