-- Purpose: when a batch was last applied.
-- Parameters: none
-- Columns: at
SELECT coalesce((SELECT at FROM last_load), '');
