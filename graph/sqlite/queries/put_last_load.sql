-- Purpose: note when a batch was applied.
-- Parameters: 1 at
-- Columns: none
INSERT INTO last_load (only, at) VALUES (1, ?1) ON CONFLICT (only) DO UPDATE SET at = ?1;
