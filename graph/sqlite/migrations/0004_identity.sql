-- Who is who. Mentions and claims carry the ids of survivors; what an article asserted itself
-- is kept beside it where the two differ.
ALTER TABLE assertion ADD COLUMN original TEXT; -- graph.Assertion as JSON without its article
CREATE INDEX assertion_original ON assertion (n) WHERE original IS NOT NULL AND retracted_at IS NULL;

-- Like an assertion, a judgement stays when it no longer holds.
CREATE TABLE judgement (
  n            INTEGER PRIMARY KEY,
  key          TEXT NOT NULL,          -- graph.Judgement.Key
  a            TEXT NOT NULL,
  b            TEXT NOT NULL,
  verdict      TEXT NOT NULL,
  judge        TEXT NOT NULL,
  recorded_at  TEXT NOT NULL,
  retracted_at TEXT,                   -- NULL while it holds
  body         TEXT NOT NULL           -- graph.Judgement as JSON
) STRICT;
CREATE UNIQUE INDEX judgement_key ON judgement (key) WHERE retracted_at IS NULL;
CREATE INDEX judgement_a ON judgement (a, key) WHERE retracted_at IS NULL;
CREATE INDEX judgement_b ON judgement (b, key) WHERE retracted_at IS NULL;

-- Derived from the judgements that hold: every id that was joined with others, the survivor's
-- own included.
CREATE TABLE survivor (
  id       TEXT PRIMARY KEY,
  survivor TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX survivor_survivor ON survivor (survivor);

-- What the rules of identity read of claims.
CREATE INDEX claim_post ON claim (assertion) WHERE current = 1 AND type IN ('HOLDS_OFFICE', 'LOCATED_IN');
