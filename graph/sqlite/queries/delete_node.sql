-- Purpose: take a node away, after its names and body.
-- Parameters: 1 n
-- Columns: none
DELETE FROM node WHERE n = ?1;
