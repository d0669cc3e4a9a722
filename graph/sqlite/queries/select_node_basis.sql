-- Purpose: what a node was derived from.
-- Parameters: 1 n
-- Columns: id, basis
SELECT id, basis FROM node WHERE n = ?1;
