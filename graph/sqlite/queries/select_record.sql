-- Purpose: the current assertion of an article.
-- Parameters: 1 article
-- Columns: n, recorded_at
SELECT n, recorded_at FROM assertion WHERE article = ?1 AND retracted_at IS NULL;
