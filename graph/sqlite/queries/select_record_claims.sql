-- Purpose: the claims of an assertion.
-- Parameters: 1 assertion
-- Columns: body
SELECT body FROM claim WHERE assertion = ?1 ORDER BY id;
