// Makes edges that are new.
// Parameters: rows of type, from, to and props.
UNWIND $rows AS row
MATCH (a:EntityKey {id: row.from})
MATCH (b:EntityKey {id: row.to})
CREATE (a)-[r:$(row.type)]->(b)
SET r = row.props
