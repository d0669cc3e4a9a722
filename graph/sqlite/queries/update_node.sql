-- Purpose: store what a node has become.
-- Parameters: 1 id, 2 type, 3 kind, 4 country, 5 region, 6 geonames, 7 iso, 8 status, 9 topics, 10 first_day, 11 last_day, 12 main_key, 13 articles, 14 basis, 15 change of degree
-- Columns: none
UPDATE node SET
  type = ?2, kind = ?3, country = ?4, region = ?5, geonames = ?6, iso = ?7, status = ?8,
  topics = ?9, first_day = ?10, last_day = ?11, main_key = ?12, articles = ?13, basis = ?14, degree = degree + ?15
WHERE id = ?1;
