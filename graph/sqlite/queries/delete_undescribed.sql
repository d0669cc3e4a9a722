-- Purpose: forget descriptions of an entity that no article gives any more.
-- Parameters: 1 entity
-- Columns: none
DELETE FROM described WHERE entity = ?1 AND articles = 0;
