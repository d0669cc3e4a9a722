// The claims with a number.
CREATE INDEX claim_figure IF NOT EXISTS
FOR (n:Claim) ON (n.figure)
