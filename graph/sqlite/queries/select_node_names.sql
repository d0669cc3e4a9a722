-- Purpose: the name keys of a node.
-- Parameters: 1 node
-- Columns: n, key
SELECT n, key FROM node_name WHERE node = ?1;
