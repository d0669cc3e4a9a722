-- Purpose: store what an article asserts.
-- Parameters: 1 article, 2 hash, 3 recorded_at, 4 url, 5 source, 6 lang, 7 date, 8 body,
--   9 original (NULL where it is read with its own ids)
-- Columns: none
INSERT INTO assertion (article, hash, recorded_at, url, source, lang, date, body, original)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9);
