-- Purpose: take every node's entity away.
-- Parameters: none
-- Columns: none
DELETE FROM node_body;
