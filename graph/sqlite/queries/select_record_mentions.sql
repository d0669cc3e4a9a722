-- Purpose: the entities that an assertion describes, and where it names them.
-- Parameters: 1 assertion
-- Columns: entity, spans, body
SELECT i.id, m.spans, d.body
FROM mention AS m JOIN description AS d ON d.hash = m.hash JOIN entity AS i ON i.n = m.entity
WHERE m.assertion = ?1 ORDER BY i.id;
