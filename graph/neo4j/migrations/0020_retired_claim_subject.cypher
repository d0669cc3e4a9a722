// What was claimed about an entity.
CREATE INDEX retired_claim_subject IF NOT EXISTS
FOR (n:RetiredClaim) ON (n.subject)
