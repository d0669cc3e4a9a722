-- Purpose: described entities in order, after a given one.
-- Parameters: 1 entity, 2 limit
-- Columns: entity
SELECT DISTINCT entity FROM described WHERE entity > ?1 ORDER BY entity LIMIT ?2;
