-- Purpose: make an assertion's claims history.
-- Parameters: 1 assertion
-- Columns: none
UPDATE claim SET current = 0, edge = '' WHERE assertion = ?1;
