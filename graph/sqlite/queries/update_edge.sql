-- Purpose: store what an edge has become; no row is changed where it is the same.
-- Parameters: 1 id, 2 type, 3 from_n, 4 to_n, 5 from_type, 6 to_type, 7 tier, 8 status, 9 modality, 10 office, 11 topics, 12 date, 13 first_day, 14 last_day, 15 holds_from, 16 holds_until, 17 support, 18 confidence, 19 body
-- Columns: none
UPDATE edge SET
  tier = ?7, status = ?8, modality = ?9, office = ?10, topics = ?11,
  date = ?12, first_day = ?13, last_day = ?14, holds_from = ?15, holds_until = ?16,
  support = ?17, confidence = ?18, body = ?19
WHERE id = ?1 AND body <> ?19;
