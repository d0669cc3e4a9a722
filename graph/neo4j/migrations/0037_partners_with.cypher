// Edges of one type, in order of id.
CREATE CONSTRAINT partners_with_id IF NOT EXISTS
FOR ()-[r:PARTNERS_WITH]-() REQUIRE r.id IS UNIQUE
