-- Purpose: the current assertions that name an entity, by its own id or by one joined with it.
-- Parameters: 1 id of the survivor
-- Columns: assertion
SELECT m.assertion FROM mention AS m JOIN entity AS i ON i.n = m.entity WHERE i.id = ?1 AND m.current = 1;
