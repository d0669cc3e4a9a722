-- Purpose: add to the feed what a writer changed, in the order given.
-- Parameters: 1 at, 2 JSON array of [kind, id]
-- Columns: none
INSERT INTO change (at, kind, id)
SELECT ?1, value ->> 0, value ->> 1 FROM json_each(?2) ORDER BY key;
