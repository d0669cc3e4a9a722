-- Purpose: the ids that a survivor stands for, itself left out.
-- Parameters: 1 number of the survivor
-- Columns: id
SELECT s.id FROM entity AS i JOIN survivor AS s ON s.survivor = i.id WHERE i.n = ?1 AND s.id <> i.id ORDER BY s.id;
