-- Purpose: record a migration.
-- Parameters: 1 level, 2 name
-- Columns: none
INSERT INTO migration (level, name) VALUES (?1, ?2);
