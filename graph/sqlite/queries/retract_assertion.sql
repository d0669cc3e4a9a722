-- Purpose: close an assertion at a record time.
-- Parameters: 1 assertion, 2 retracted_at
-- Columns: none
UPDATE assertion SET retracted_at = ?2 WHERE n = ?1;
