// The next entities in order of id, those that nothing describes included.
// Parameters: after, limit. Columns: id.
MATCH (e:EntityKey)
WHERE e.id > $after
RETURN e.id AS id ORDER BY id LIMIT $limit
