// Places by GeoNames id.
CREATE INDEX entity_geonames IF NOT EXISTS
FOR (n:Entity) ON (n.geonames)
