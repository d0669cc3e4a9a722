// The claims about an entity, in order of id.
CREATE INDEX claim_object IF NOT EXISTS
FOR (n:Claim) ON (n.object, n.id)
