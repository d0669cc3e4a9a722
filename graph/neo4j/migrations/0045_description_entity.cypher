// The ways that an entity is or was described.
CREATE INDEX description_entity IF NOT EXISTS
FOR (n:Description) ON (n.entity)
