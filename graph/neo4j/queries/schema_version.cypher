// The schema's version: the last migration that ran without one missing before it.
// Columns: version, 0 where none ran.
MATCH (m:Migration)
WITH m.version AS version ORDER BY version
WITH collect(version) AS versions
RETURN reduce(last = 0, v IN versions | CASE WHEN v = last + 1 THEN v ELSE last END) AS version
