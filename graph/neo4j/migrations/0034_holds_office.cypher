// Edges of one type, in order of id.
CREATE CONSTRAINT holds_office_id IF NOT EXISTS
FOR ()-[r:HOLDS_OFFICE]-() REQUIRE r.id IS UNIQUE
