// Edges of one type, in order of id.
CREATE CONSTRAINT visited_id IF NOT EXISTS
FOR ()-[r:VISITED]-() REQUIRE r.id IS UNIQUE
