// Edges of one type, in order of id.
CREATE CONSTRAINT met_id IF NOT EXISTS
FOR ()-[r:MET]-() REQUIRE r.id IS UNIQUE
