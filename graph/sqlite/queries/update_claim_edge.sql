-- Purpose: say which edge rests on a claim.
-- Parameters: 1 n, 2 edge
-- Columns: none
UPDATE claim SET edge = ?2 WHERE n = ?1;
