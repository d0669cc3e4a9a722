// What the versions of articles that a moment knows mention.
// Parameters: ids, later, asOf. Slots: visible. Columns: article, json (the entity as
// described), spans.
UNWIND $ids AS id
CALL (id) {
  MATCH (x:ArticleKey {id: id}) WHERE x:Article RETURN x
  UNION
  MATCH (x:ArticleVersion {id: id}) RETURN x
}
WITH x
WHERE ‹visible›
MATCH (x)-[m:MENTIONS|MENTIONED]->(e:EntityKey)
MATCH (d:Description {key: e.id + ' ' + m.description})
RETURN x.id AS article, d.json AS json, m.spans AS spans
