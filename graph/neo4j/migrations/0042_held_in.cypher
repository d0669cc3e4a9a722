// Edges of one type, in order of id.
CREATE CONSTRAINT held_in_id IF NOT EXISTS
FOR ()-[r:HELD_IN]-() REQUIRE r.id IS UNIQUE
