-- Purpose: whether a batch was applied.
-- Parameters: 1 id
-- Columns: applied
SELECT EXISTS (SELECT 1 FROM batch WHERE id = ?1);
