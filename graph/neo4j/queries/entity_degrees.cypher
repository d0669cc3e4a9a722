// How many edges lie at entities so far.
// Parameters: ids. Columns: id, degree.
UNWIND $ids AS id
MATCH (e:EntityKey {id: id})
RETURN e.id AS id, coalesce(e.degree, 0) AS degree
