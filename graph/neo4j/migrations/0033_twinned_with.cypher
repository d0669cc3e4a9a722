// Edges of one type, in order of id.
CREATE CONSTRAINT twinned_with_id IF NOT EXISTS
FOR ()-[r:TWINNED_WITH]-() REQUIRE r.id IS UNIQUE
