-- Purpose: which groups and figures an assertion's claims belong to, and the edges they made.
-- Parameters: 1 assertion
-- Columns: type, figure, subject, object, edge
SELECT type, figure, subject, object, edge FROM claim WHERE assertion = ?1;
