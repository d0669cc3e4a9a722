-- Purpose: change a counter.
-- Parameters: 1 kind, 2 name, 3 change
-- Columns: none
INSERT INTO counter (kind, name, count) VALUES (?1, ?2, ?3)
ON CONFLICT (kind, name) DO UPDATE SET count = count + ?3;
