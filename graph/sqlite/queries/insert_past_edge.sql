-- Purpose: remember what an edge's id stood for.
-- Parameters: 1 id, 2 type, 3 from_id, 4 to_id
-- Columns: none
INSERT INTO past_edge (id, type, from_id, to_id) VALUES (?1, ?2, ?3, ?4) ON CONFLICT (id) DO NOTHING;
