-- Purpose: the current assertion of an article.
-- Parameters: 1 article
-- Columns: n, hash
SELECT n, hash FROM assertion WHERE article = ?1 AND retracted_at IS NULL;
