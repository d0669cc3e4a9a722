-- Purpose: forget every count.
-- Parameters: none
-- Columns: none
DELETE FROM counter;
