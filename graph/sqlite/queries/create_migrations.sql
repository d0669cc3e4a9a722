-- Purpose: make an empty file a store.
-- Parameters: none
-- Columns: none
CREATE TABLE migration (
  level      INTEGER PRIMARY KEY,
  name       TEXT NOT NULL,
  applied_at TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP
) STRICT;
