-- Purpose: mark a batch as applied.
-- Parameters: 1 id, 2 applied_at
-- Columns: none
INSERT INTO batch (id, applied_at) VALUES (?1, ?2) ON CONFLICT (id) DO UPDATE SET applied_at = ?2;
