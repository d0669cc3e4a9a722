// Entities in order of degree.
CREATE INDEX entity_degree IF NOT EXISTS
FOR (n:Entity) ON (n.degree)
