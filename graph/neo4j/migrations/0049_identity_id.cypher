// The one node that whoever judges locks.
CREATE CONSTRAINT identity_id IF NOT EXISTS
FOR (n:Identity) REQUIRE n.id IS UNIQUE
