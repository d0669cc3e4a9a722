// How people and institutions are described where no id was joined.
// Columns: json.
MATCH (d:Description)
WHERE d.articles > 0 AND (d.entity STARTS WITH 'person:' OR d.entity STARTS WITH 'inst:')
  AND NOT EXISTS { (:Survivor {survivor: d.entity}) }
RETURN d.json AS json
UNION
MATCH (s:Survivor)
WHERE s.id = s.survivor
MATCH (e:EntityKey {id: s.id})<-[m:MENTIONS]-(a:Article)
WHERE a.original IS NULL
MATCH (d:Description {key: e.id + ' ' + m.description})
RETURN d.json AS json
