-- Purpose: edges of a type out of a node.
-- Parameters: 1 node, 2 type, those of the fragments, then the limit
-- Columns: body
SELECT e.body FROM edge AS e
WHERE e.from_n = (SELECT n FROM entity WHERE id = ?1) AND e.type = ?2 /*and*/
/*order*/
