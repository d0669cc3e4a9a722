// Entities of a country.
CREATE INDEX entity_country IF NOT EXISTS
FOR (n:Entity) ON (n.country)
