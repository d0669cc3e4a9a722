-- Purpose: count the articles that describe an entity so.
-- Parameters: 1 entity, 2 hash, 3 change
-- Columns: none
INSERT INTO described (entity, hash, articles) VALUES (?1, ?2, ?3)
ON CONFLICT (entity, hash) DO UPDATE SET articles = articles + ?3;
