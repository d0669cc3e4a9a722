// Claims that were replaced or retracted.
CREATE INDEX retired_claim_id IF NOT EXISTS
FOR (n:RetiredClaim) ON (n.id)
