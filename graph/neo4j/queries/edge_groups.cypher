// The groups that edges are or were derived from.
// Parameters: ids. Slots: types. Columns: group (its key, of an edge that is no more), or type,
// from and to.
CALL () {
  UNWIND $ids AS id
  MATCH (a)-[r:‹types› {id: id}]->(b)
  RETURN null AS group, type(r) AS type, a.id AS from, b.id AS to
  UNION
  UNWIND $ids AS id
  MATCH (e:RetiredEdge {id: id})
  RETURN e.group AS group, null AS type, null AS from, null AS to
}
RETURN group, type, from, to
