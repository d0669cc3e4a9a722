-- Purpose: a description.
-- Parameters: 1 hash
-- Columns: body
SELECT body FROM description WHERE hash = ?1;
