-- Purpose: remember what an edge's id stood for.
-- Parameters: 1 id, 2 type, 3 from_n, 4 to_n
-- Columns: none
INSERT INTO past_edge (id, type, from_n, to_n) VALUES (?1, ?2, ?3, ?4) ON CONFLICT (id) DO NOTHING;
