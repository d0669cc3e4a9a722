// Counts the descriptions of entities down to nothing, for recount_descriptions.
// Parameters: rows, ids of entities.
UNWIND $rows AS id
MATCH (d:Description {entity: id})
SET d.articles = 0
