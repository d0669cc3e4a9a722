-- Purpose: count descriptions anew.
-- Parameters: none
-- Columns: none
INSERT INTO described (entity, hash, articles)
SELECT entity, hash, count(*) FROM mention WHERE current = 1 GROUP BY entity, hash;
