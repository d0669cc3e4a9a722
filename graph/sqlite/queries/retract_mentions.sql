-- Purpose: make an assertion's mentions history.
-- Parameters: 1 assertion
-- Columns: none
UPDATE mention SET current = 0 WHERE assertion = ?1;
