-- Purpose: store a name key of a node.
-- Parameters: 1 node, 2 key
-- Columns: none
INSERT INTO node_name (node, key) VALUES (?1, ?2);
