// What edges were derived from.
CREATE INDEX retired_claim_group IF NOT EXISTS
FOR (n:RetiredClaim) ON (n.group)
