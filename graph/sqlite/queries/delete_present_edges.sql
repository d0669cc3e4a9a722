-- Purpose: forget as past what is an edge again.
-- Parameters: none
-- Columns: none
DELETE FROM past_edge WHERE id IN (SELECT id FROM edge);
