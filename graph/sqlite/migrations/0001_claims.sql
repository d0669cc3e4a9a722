-- What articles assert: the only input of the graph. A retracted assertion stays, with its
-- mentions and claims, for questions about an earlier record time; "current" splits every
-- index in two, so that history costs current reads nothing.

CREATE TABLE assertion (
  n            INTEGER PRIMARY KEY,
  article      TEXT NOT NULL,          -- id
  hash         TEXT NOT NULL,          -- graph.Assertion.Hash
  recorded_at  TEXT NOT NULL,          -- RFC 3339, UTC, nine digits of seconds
  retracted_at TEXT,                   -- NULL while current
  url          TEXT NOT NULL,
  source       TEXT NOT NULL,
  lang         TEXT NOT NULL,
  date         TEXT NOT NULL,
  body         TEXT NOT NULL           -- graph.Article as JSON
) STRICT;
CREATE UNIQUE INDEX assertion_current ON assertion (article) WHERE retracted_at IS NULL;
CREATE INDEX assertion_past ON assertion (article) WHERE retracted_at IS NOT NULL;
CREATE INDEX assertion_date ON assertion (date DESC, article) WHERE retracted_at IS NULL;
CREATE INDEX assertion_url ON assertion (url) WHERE url <> '';

-- Every entity that was ever named. Its number stands for it everywhere else: indexes stay
-- small, and what is new goes to their end.
CREATE TABLE entity (
  n  INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE
) STRICT;

-- Descriptions are stored once however many articles share them.
CREATE TABLE description (
  hash TEXT PRIMARY KEY,               -- graph.Entity.Hash
  body TEXT NOT NULL                   -- graph.Entity as JSON
) STRICT;

CREATE TABLE mention (
  assertion INTEGER NOT NULL REFERENCES assertion (n),
  entity    INTEGER NOT NULL REFERENCES entity (n),
  hash      TEXT NOT NULL,             -- of the description
  spans     TEXT NOT NULL,             -- JSON
  article   TEXT NOT NULL,
  date      TEXT NOT NULL,
  current   INTEGER NOT NULL,
  PRIMARY KEY (assertion, entity)
) STRICT, WITHOUT ROWID;
CREATE INDEX mention_article ON mention (entity, article) WHERE current = 1;
CREATE INDEX mention_date ON mention (entity, date DESC, article) WHERE current = 1;
CREATE INDEX mention_past ON mention (entity) WHERE current = 0;

CREATE TABLE claim (
  n          INTEGER PRIMARY KEY,
  assertion  INTEGER NOT NULL REFERENCES assertion (n),
  id         TEXT NOT NULL,
  current    INTEGER NOT NULL,
  type       TEXT NOT NULL,            -- '' for a figure
  figure     TEXT NOT NULL,            -- '' for a relation
  subject    INTEGER NOT NULL REFERENCES entity (n),
  object     INTEGER REFERENCES entity (n), -- NULL for a figure
  modality   TEXT NOT NULL,
  confidence REAL NOT NULL,
  edge       TEXT NOT NULL,            -- id of the edge that rests on it, '' for none
  body       TEXT NOT NULL             -- graph.Claim as JSON
) STRICT;
CREATE INDEX claim_id ON claim (id);
CREATE INDEX claim_assertion ON claim (assertion, id);
CREATE INDEX claim_group ON claim (subject, object, type, id) WHERE current = 1;
CREATE INDEX claim_subject ON claim (subject, id) WHERE current = 1;
CREATE INDEX claim_object ON claim (object, id) WHERE current = 1;
CREATE INDEX past_claim_subject ON claim (subject, object) WHERE current = 0;
CREATE INDEX past_claim_object ON claim (object) WHERE current = 0;

-- A batch that was committed.
CREATE TABLE batch (
  id         TEXT PRIMARY KEY,
  applied_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- When a batch was last applied: one row.
CREATE TABLE last_load (
  only INTEGER PRIMARY KEY CHECK (only = 1),
  at   TEXT NOT NULL
) STRICT;
