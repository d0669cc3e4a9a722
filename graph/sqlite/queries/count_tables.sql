-- Purpose: whether the file is a store of ours, or has tables of something else.
-- Parameters: none
-- Columns: ours, others
SELECT count(*) FILTER (WHERE name = 'migration'), count(*) FROM sqlite_schema WHERE type = 'table';
