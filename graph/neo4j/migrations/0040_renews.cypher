// Edges of one type, in order of id.
CREATE CONSTRAINT renews_id IF NOT EXISTS
FOR ()-[r:RENEWS]-() REQUIRE r.id IS UNIQUE
