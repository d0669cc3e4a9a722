// What nodes are derived from: the current descriptions of entities.
// Parameters: ids. Columns: json, articles (how many).
UNWIND $ids AS id
MATCH (d:Description {entity: id})
WHERE d.articles > 0
RETURN d.json AS json, d.articles AS articles
