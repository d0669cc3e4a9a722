// Nodes by id.
// Parameters: ids. Columns: node.
UNWIND $ids AS id
MATCH (n:EntityKey {id: id})
WHERE n:Entity
RETURN properties(n) AS node
