-- Purpose: take every word of a name away.
-- Parameters: none
-- Columns: none
INSERT INTO name_words (name_words) VALUES ('delete-all');
