// Edges of one type, in order of id.
CREATE CONSTRAINT member_of_id IF NOT EXISTS
FOR ()-[r:MEMBER_OF]-() REQUIRE r.id IS UNIQUE
