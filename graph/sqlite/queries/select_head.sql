-- Purpose: read the place of the last change.
-- Parameters: none
-- Columns: n, 0 before the first
SELECT coalesce(max(n), 0) FROM change;
