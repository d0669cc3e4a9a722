-- Purpose: how an entity is described, the weightiest first.
-- Parameters: 1 entity
-- Columns: hash, articles
SELECT hash, articles FROM described WHERE entity = ?1 ORDER BY articles DESC, hash;
