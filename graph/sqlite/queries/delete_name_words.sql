-- Purpose: take the words of a name key away.
-- Parameters: 1 node_name.n
-- Columns: none
DELETE FROM name_words WHERE rowid = ?1;
