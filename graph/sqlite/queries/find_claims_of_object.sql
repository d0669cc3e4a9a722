-- Purpose: current claims that an entity is the object of.
-- Parameters: 1 entity, those of the fragments, then the limit
-- Columns: body
SELECT c.body FROM claim AS c JOIN assertion AS a ON a.n = c.assertion
WHERE c.current = 1 AND c.object = (SELECT n FROM entity WHERE id = ?1) /*and*/
/*order*/
