-- Purpose: read one stretch of the feed.
-- Parameters: 1 the place that it comes after, 2 limit
-- Columns: n, at, kind, id
SELECT n, at, kind, id FROM change WHERE n > ?1 ORDER BY n LIMIT ?2;
