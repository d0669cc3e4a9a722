// One stretch of the edges of the whole graph, in order of id. Relationships have an index for
// each type; the claims, of which every edge has one, have one index for all edge ids.
// Parameters: limit, and those of the conditions. Slots: stretch (conditions on the id of an
// edge, c.edge), types, where, order. Columns: edge, type, from, to.
MATCH (c:Claim)
WHERE ‹stretch›
WITH DISTINCT c.edge AS id ORDER BY ‹order›
CALL (id) {
  MATCH (a)-[r:‹types› {id: id}]->(b)
  WHERE ‹where›
  RETURN a, r, b
}
WITH id, a, r, b ORDER BY ‹order› LIMIT $limit
RETURN properties(r) AS edge, type(r) AS type, a.id AS from, b.id AS to
