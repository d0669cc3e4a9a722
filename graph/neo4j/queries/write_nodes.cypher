// Writes nodes as derived.
// Parameters: rows of id, type and props. Columns: id; kind of the change, null where counts
// alone changed.
UNWIND $rows AS row
MATCH (e:EntityKey {id: row.id})
WITH e, row, row.props AS now
WITH e, row, CASE
  WHEN NOT e:Entity THEN $added
  WHEN e {.*, degree: 0, articles: 0} <> now {.*, degree: 0, articles: 0} THEN $changed
END AS kind
SET e = row.props
SET e:Entity:$(row.type)
RETURN row.id AS id, kind
