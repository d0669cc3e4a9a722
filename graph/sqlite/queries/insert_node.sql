-- Purpose: store a new node.
-- Parameters: 1 id, 2 type, 3 kind, 4 country, 5 region, 6 geonames, 7 iso, 8 status, 9 topics, 10 first_day, 11 last_day, 12 main_key, 13 articles, 14 basis, 15 degree
-- Columns: none
INSERT INTO node (id, type, kind, country, region, geonames, iso, status,
  topics, first_day, last_day, main_key, articles, basis, degree)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15);
