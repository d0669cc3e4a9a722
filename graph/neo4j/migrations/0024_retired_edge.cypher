// Edges that are no more, to find the group they were derived from.
CREATE CONSTRAINT retired_edge_id IF NOT EXISTS
FOR (n:RetiredEdge) REQUIRE n.id IS UNIQUE
