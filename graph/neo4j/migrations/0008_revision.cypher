// The one counter of batches that changed something.
CREATE CONSTRAINT revision_id IF NOT EXISTS
FOR (n:Revision) REQUIRE n.id IS UNIQUE
