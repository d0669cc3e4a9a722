-- Purpose: give an entity a number.
-- Parameters: 1 id
-- Columns: none
INSERT INTO entity (id) VALUES (?1);
