-- Purpose: store a node's entity.
-- Parameters: 1 n, 2 body
-- Columns: none
INSERT INTO node_body (n, body) VALUES (?1, ?2) ON CONFLICT (n) DO UPDATE SET body = ?2;
