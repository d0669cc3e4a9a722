-- Purpose: what a node was derived from.
-- Parameters: 1 id
-- Columns: n, basis
SELECT n, basis FROM node WHERE id = ?1;
