// What the versions of articles that a moment knows claim.
// Parameters: ids, later, asOf. Slots: visible. Columns: claim.
UNWIND $ids AS id
CALL (id) {
  MATCH (x:ArticleKey {id: id}) WHERE x:Article RETURN x
  UNION
  MATCH (x:ArticleVersion {id: id}) RETURN x
}
WITH x
WHERE ‹visible›
MATCH (x)-[:ASSERTS|ASSERTED]->(c)
RETURN properties(c) AS claim
