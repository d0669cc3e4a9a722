-- Purpose: take every name away.
-- Parameters: none
-- Columns: none
DELETE FROM node_name;
