// Edges of one type, in order of id.
CREATE CONSTRAINT party_to_id IF NOT EXISTS
FOR ()-[r:PARTY_TO]-() REQUIRE r.id IS UNIQUE
