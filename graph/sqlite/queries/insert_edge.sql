-- Purpose: store a new edge.
-- Parameters: 1 id, 2 type, 3 from_n, 4 to_n, 5 from_type, 6 to_type, 7 tier, 8 status, 9 modality, 10 office, 11 topics, 12 date, 13 first_day, 14 last_day, 15 holds_from, 16 holds_until, 17 support, 18 confidence, 19 body
-- Columns: none
INSERT INTO edge (id, type, from_n, to_n, from_type, to_type, tier, status, modality, office,
  topics, date, first_day, last_day, holds_from, holds_until, support, confidence, body)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19);
