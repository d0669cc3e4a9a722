// Counts descriptions up, writing those never seen.
// Parameters: rows of key, entity, json and articles (how many more describe the entity so).
UNWIND $rows AS row
MERGE (d:Description {key: row.key})
ON CREATE SET d.entity = row.entity, d.json = row.json, d.articles = 0
SET d.articles = d.articles + row.articles
