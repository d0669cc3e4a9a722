// Counts the descriptions of entities by their mentions.
// Parameters: rows, ids of entities.
UNWIND $rows AS id
MATCH (e:EntityKey {id: id})<-[m:MENTIONS]-(:Article)
WITH e.id + ' ' + m.description AS key, count(m) AS articles
MATCH (d:Description {key: key})
SET d.articles = articles
