-- Purpose: take every edge away.
-- Parameters: none
-- Columns: none
DELETE FROM edge;
