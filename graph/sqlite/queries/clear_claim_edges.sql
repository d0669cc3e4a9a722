-- Purpose: detach every claim from its edge.
-- Parameters: none
-- Columns: none
UPDATE claim SET edge = '' WHERE current = 1 AND edge <> '';
