-- Purpose: store what a node has become.
-- Parameters: 1 n, 2 id, 3 type, 4 kind, 5 country, 6 region, 7 geonames, 8 iso, 9 status, 10 topics, 11 first_day, 12 last_day, 13 main_key, 14 articles, 15 basis, 16 change of degree
-- Columns: none
UPDATE node SET
  kind = ?4, country = ?5, region = ?6, geonames = ?7, iso = ?8, status = ?9,
  topics = ?10, first_day = ?11, last_day = ?12, main_key = ?13, articles = ?14, basis = ?15, degree = degree + ?16
WHERE n = ?1;
