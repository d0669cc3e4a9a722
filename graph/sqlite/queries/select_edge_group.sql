-- Purpose: which group an edge belongs to, or belonged to.
-- Parameters: 1 id
-- Columns: type, from_n, to_n
SELECT type, from_n, to_n FROM edge WHERE id = ?1
UNION ALL
SELECT type, from_n, to_n FROM past_edge WHERE id = ?1 LIMIT 1;
