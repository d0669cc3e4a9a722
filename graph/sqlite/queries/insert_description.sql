-- Purpose: keep a description, once.
-- Parameters: 1 hash, 2 body
-- Columns: none
INSERT INTO description (hash, body) VALUES (?1, ?2) ON CONFLICT (hash) DO NOTHING;
