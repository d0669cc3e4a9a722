// Edges of one type, in order of id.
CREATE CONSTRAINT signed_id IF NOT EXISTS
FOR ()-[r:SIGNED]-() REQUIRE r.id IS UNIQUE
