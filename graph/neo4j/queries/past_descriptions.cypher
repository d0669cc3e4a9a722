// All descriptions that a moment knows.
// Parameters: later, asOf. Slots: visible. Columns: json, articles (how many).
MATCH (x:Article|ArticleVersion)-[m:MENTIONS|MENTIONED]->(e:EntityKey)
WHERE ‹visible›
WITH e.id + ' ' + m.description AS key, count(*) AS articles
MATCH (d:Description {key: key})
RETURN d.json AS json, articles
