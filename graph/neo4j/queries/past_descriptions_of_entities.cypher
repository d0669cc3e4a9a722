// The descriptions of entities that a moment knows.
// Parameters: keys (ids of entities), later, asOf. Slots: visible. Columns: json, articles (how
// many).
UNWIND $keys AS id
WITH DISTINCT id
MATCH (e:EntityKey {id: id})
MATCH (e)<-[m:MENTIONS|MENTIONED]-(x)
WHERE ‹visible›
WITH e.id + ' ' + m.description AS key, count(*) AS articles
MATCH (d:Description {key: key})
RETURN d.json AS json, articles
