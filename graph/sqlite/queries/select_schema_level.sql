-- Purpose: how far the schema was migrated.
-- Parameters: none
-- Columns: level
SELECT coalesce(max(level), 0) FROM migration;
