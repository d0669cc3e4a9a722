-- Purpose: store a node's entity; no row is changed where it is the same.
-- Parameters: 1 n, 2 body
-- Columns: none
INSERT INTO node_body (n, body) VALUES (?1, ?2) ON CONFLICT (n) DO UPDATE SET body = ?2 WHERE body <> ?2;
