// The versions of articles that a moment knows.
// Parameters: ids, later, asOf. Slots: visible. Columns: article.
UNWIND $ids AS id
CALL (id) {
  MATCH (x:ArticleKey {id: id}) WHERE x:Article RETURN x
  UNION
  MATCH (x:ArticleVersion {id: id}) RETURN x
}
WITH x
WHERE ‹visible›
RETURN properties(x) AS article
