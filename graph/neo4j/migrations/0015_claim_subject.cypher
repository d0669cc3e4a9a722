// The claims about an entity, in order of id.
CREATE INDEX claim_subject IF NOT EXISTS
FOR (n:Claim) ON (n.subject, n.id)
