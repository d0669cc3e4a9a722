-- Purpose: remember every edge before all are derived anew.
-- Parameters: none
-- Columns: none
INSERT INTO past_edge (id, type, from_n, to_n)
SELECT id, type, from_n, to_n FROM edge WHERE true ON CONFLICT (id) DO NOTHING;
