// Markers of batches, by the application that wrote them.
CREATE CONSTRAINT batch_token IF NOT EXISTS
FOR (n:Batch) REQUIRE n.token IS UNIQUE
