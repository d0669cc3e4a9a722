// What was claimed about an entity.
CREATE INDEX retired_claim_object IF NOT EXISTS
FOR (n:RetiredClaim) ON (n.object)
