// Edges of one type, in order of id.
CREATE CONSTRAINT participated_in_id IF NOT EXISTS
FOR ()-[r:PARTICIPATED_IN]-() REQUIRE r.id IS UNIQUE
