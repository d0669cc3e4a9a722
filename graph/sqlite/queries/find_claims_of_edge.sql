-- Purpose: current claims that an edge rests on, and those that deny it.
-- Parameters: 1 number of from, 2 number of to, 3 type, 4 edge, those of the fragments, then the limit
-- Columns: body
SELECT c.body FROM claim AS c JOIN assertion AS a ON a.n = c.assertion
WHERE c.current = 1 AND c.subject = ?1 AND c.object = ?2 AND c.type = ?3 AND c.edge = ?4 /*and*/
/*order*/
