-- Purpose: note that an id stands for itself alone.
-- Parameters: 1 id
-- Columns: none
DELETE FROM survivor WHERE id = ?1;
