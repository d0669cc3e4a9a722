-- Purpose: what current articles assert that are read with other ids.
-- Parameters: none
-- Columns: original
SELECT original FROM assertion WHERE original IS NOT NULL AND retracted_at IS NULL;
