// Entities in order of name.
CREATE INDEX entity_name IF NOT EXISTS
FOR (n:Entity) ON (n.mainKey, n.id)
