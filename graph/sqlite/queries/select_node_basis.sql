-- Purpose: what a node was derived from.
-- Parameters: 1 n
-- Columns: type, basis
SELECT type, basis FROM node WHERE n = ?1;
