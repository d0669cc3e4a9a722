// The groups of claims that begin at entities, and the edges that are there.
// Parameters: ids. Slots: types. Columns: type, subject, object; edge, null for a group by its
// claims.
CALL () {
  UNWIND $ids AS id
  MATCH (c:Claim {subject: id})
  WHERE c.group IS NOT NULL
  RETURN DISTINCT c.type AS type, c.subject AS subject, c.object AS object, null AS edge
  UNION ALL
  UNWIND $ids AS id
  MATCH (e:EntityKey {id: id})-[r:‹types›]->(o)
  RETURN type(r) AS type, e.id AS subject, o.id AS object, r.id AS edge
}
RETURN type, subject, object, edge
