// What an article claimed before.
CREATE INDEX retired_claim_article IF NOT EXISTS
FOR (n:RetiredClaim) ON (n.article)
