-- Purpose: take an edge away.
-- Parameters: 1 id
-- Columns: none
DELETE FROM edge WHERE id = ?1;
