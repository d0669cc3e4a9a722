-- Purpose: take every node away.
-- Parameters: none
-- Columns: none
DELETE FROM node;
