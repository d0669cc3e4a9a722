-- Purpose: count edges at a node.
-- Parameters: 1 id, 2 change
-- Columns: none
UPDATE node SET degree = degree + ?2 WHERE id = ?1;
