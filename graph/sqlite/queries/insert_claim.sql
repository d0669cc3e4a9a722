-- Purpose: store a claim.
-- Parameters: 1 assertion, 2 id, 3 type, 4 figure, 5 subject, 6 object, 7 modality, 8 confidence, 9 edge, 10 body
-- Columns: none
INSERT INTO claim (assertion, id, current, type, figure, subject, object, modality, confidence, edge, body)
VALUES (?1, ?2, 1, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10);
