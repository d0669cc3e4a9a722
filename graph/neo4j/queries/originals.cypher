// What current articles assert that are read with other ids.
// Columns: json.
MATCH (s:Survivor)
WHERE s.id = s.survivor
MATCH (:EntityKey {id: s.id})<-[:MENTIONS]-(a:Article)
WHERE a.original IS NOT NULL
RETURN DISTINCT a.original AS json
