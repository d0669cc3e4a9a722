-- Purpose: the id that stands for one that was joined with others.
-- Parameters: 1 id
-- Columns: survivor
SELECT survivor FROM survivor WHERE id = ?1;
