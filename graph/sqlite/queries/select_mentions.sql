-- Purpose: which descriptions an assertion gave.
-- Parameters: 1 assertion
-- Columns: entity, hash
SELECT entity, hash FROM mention WHERE assertion = ?1;
