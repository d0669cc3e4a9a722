-- Purpose: take a node's entity away.
-- Parameters: 1 n
-- Columns: none
DELETE FROM node_body WHERE n = ?1;
