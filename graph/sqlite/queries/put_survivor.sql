-- Purpose: note which id stands for another.
-- Parameters: 1 id, 2 survivor
-- Columns: none
INSERT INTO survivor (id, survivor) VALUES (?1, ?2) ON CONFLICT (id) DO UPDATE SET survivor = ?2;
