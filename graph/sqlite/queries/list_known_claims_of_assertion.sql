-- Purpose: claims of an assertion.
-- Parameters: 1 assertion, 2 limit
-- Columns: body, lang, source
SELECT c.body, a.lang, a.source FROM claim AS c JOIN assertion AS a ON a.n = c.assertion
WHERE c.assertion = ?1 LIMIT ?2;
