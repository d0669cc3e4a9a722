// Edges of one type, in order of id.
CREATE CONSTRAINT located_in_id IF NOT EXISTS
FOR ()-[r:LOCATED_IN]-() REQUIRE r.id IS UNIQUE
