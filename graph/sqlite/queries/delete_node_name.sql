-- Purpose: take a name key away.
-- Parameters: 1 n
-- Columns: none
DELETE FROM node_name WHERE n = ?1;
