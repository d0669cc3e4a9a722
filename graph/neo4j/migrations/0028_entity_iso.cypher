// Places by ISO 3166 code.
CREATE INDEX entity_iso IF NOT EXISTS
FOR (n:Entity) ON (n.iso)
