-- Purpose: remember every edge before all are derived anew.
-- Parameters: none
-- Columns: none
INSERT INTO past_edge (id, type, from_id, to_id)
SELECT id, type, from_id, to_id FROM edge WHERE true ON CONFLICT (id) DO NOTHING;
