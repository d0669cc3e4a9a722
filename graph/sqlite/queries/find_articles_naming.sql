-- Purpose: current articles that mention an entity.
-- Parameters: 1 entity, those of the fragments, then the limit
-- Columns: body
SELECT a.body FROM mention AS m JOIN assertion AS a ON a.n = m.assertion
WHERE m.entity = (SELECT n FROM entity WHERE id = ?1) AND m.current = 1 /*and*/
/*order*/
