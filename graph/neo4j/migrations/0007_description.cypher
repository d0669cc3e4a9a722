// Each way that an entity is or was described, once.
CREATE CONSTRAINT description_key IF NOT EXISTS
FOR (n:Description) REQUIRE n.key IS UNIQUE
