-- Purpose: the version of the SQLite engine.
-- Parameters: none
-- Columns: version
SELECT sqlite_version();
