// The claims of an edge, in order of id.
CREATE INDEX claim_edge IF NOT EXISTS
FOR (n:Claim) ON (n.edge, n.id)
