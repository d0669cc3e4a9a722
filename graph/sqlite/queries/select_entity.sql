-- Purpose: the number of an entity.
-- Parameters: 1 id
-- Columns: n
SELECT n FROM entity WHERE id = ?1;
