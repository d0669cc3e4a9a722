// The claims that edges are derived from.
CREATE INDEX claim_group IF NOT EXISTS
FOR (n:Claim) ON (n.group)
