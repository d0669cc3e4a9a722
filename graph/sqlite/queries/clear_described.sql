-- Purpose: forget how entities are described.
-- Parameters: none
-- Columns: none
DELETE FROM described;
