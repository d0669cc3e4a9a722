-- Purpose: which group an edge belongs to, or belonged to.
-- Parameters: 1 id
-- Columns: type, from_id, to_id
SELECT type, from_id, to_id FROM edge WHERE id = ?1
UNION ALL
SELECT type, from_id, to_id FROM past_edge WHERE id = ?1 LIMIT 1;
