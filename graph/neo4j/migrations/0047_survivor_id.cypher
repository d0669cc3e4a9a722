// Every id that was joined with others, the survivor's own included.
CREATE CONSTRAINT survivor_id IF NOT EXISTS
FOR (n:Survivor) REQUIRE n.id IS UNIQUE
