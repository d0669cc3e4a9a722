-- Purpose: store where an article names an entity.
-- Parameters: 1 assertion, 2 entity, 3 hash, 4 spans, 5 article, 6 date
-- Columns: none
INSERT INTO mention (assertion, entity, hash, spans, article, date, current)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, 1);
