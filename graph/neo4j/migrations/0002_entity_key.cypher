// The one node of an entity, for ever: what writers lock.
CREATE CONSTRAINT entity_key_id IF NOT EXISTS
FOR (n:EntityKey) REQUIRE n.id IS UNIQUE
