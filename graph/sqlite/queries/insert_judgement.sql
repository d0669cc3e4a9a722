-- Purpose: store a judgement.
-- Parameters: 1 key, 2 a, 3 b, 4 verdict, 5 judge, 6 recorded_at, 7 body
-- Columns: none
INSERT INTO judgement (key, a, b, verdict, judge, recorded_at, body) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7);
