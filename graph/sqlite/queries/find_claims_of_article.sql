-- Purpose: claims that an assertion makes.
-- Parameters: 1 assertion, those of the fragments, then the limit
-- Columns: body
SELECT c.body FROM claim AS c JOIN assertion AS a ON a.n = c.assertion
WHERE c.assertion = ?1 /*and*/
/*order*/
