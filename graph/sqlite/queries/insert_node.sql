-- Purpose: store a new node.
-- Parameters: 1 n, 2 id, 3 type, 4 kind, 5 country, 6 region, 7 geonames, 8 iso, 9 status, 10 topics, 11 first_day, 12 last_day, 13 main_key, 14 articles, 15 basis, 16 degree
-- Columns: none
INSERT INTO node (n, id, type, kind, country, region, geonames, iso, status,
  topics, first_day, last_day, main_key, articles, basis, degree)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16);
