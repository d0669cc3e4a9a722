-- Purpose: all counters.
-- Parameters: none
-- Columns: kind, name, count
SELECT kind, name, count FROM counter WHERE count <> 0;
