// The judgements that hold, in order of key.
CREATE CONSTRAINT judgement_key IF NOT EXISTS
FOR (n:Judgement) REQUIRE n.key IS UNIQUE
