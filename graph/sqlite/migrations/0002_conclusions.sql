-- What is derived from current assertions, kept beside them and rebuilt at any time.

-- In how many current articles an entity is described so.
CREATE TABLE described (
  entity   INTEGER NOT NULL REFERENCES entity (n),
  hash     TEXT NOT NULL,
  articles INTEGER NOT NULL,
  PRIMARY KEY (entity, hash)
) STRICT, WITHOUT ROWID;

CREATE TABLE node (
  n          INTEGER PRIMARY KEY REFERENCES entity (n),
  id         TEXT NOT NULL,
  type       TEXT NOT NULL,
  kind       TEXT NOT NULL,
  country    TEXT NOT NULL,
  region     TEXT NOT NULL,
  geonames   INTEGER NOT NULL,
  iso        TEXT NOT NULL,
  status     TEXT NOT NULL,
  topics     TEXT NOT NULL,            -- JSON
  first_day  TEXT,                     -- NULL where undated; '' before, '~' after every day
  last_day   TEXT,
  main_key   TEXT NOT NULL,
  degree     INTEGER NOT NULL,
  articles   INTEGER NOT NULL,
  basis      TEXT NOT NULL             -- digest of its descriptions in order of weight
) STRICT;
CREATE UNIQUE INDEX node_type_id ON node (type, id);
CREATE INDEX node_type_name ON node (type, main_key, id);
CREATE INDEX node_type_degree ON node (type, degree DESC, id);
CREATE INDEX node_country ON node (country) WHERE country <> '';
CREATE INDEX node_region ON node (region) WHERE region <> '';
CREATE INDEX node_geonames ON node (geonames) WHERE geonames <> 0;
CREATE INDEX node_iso ON node (iso) WHERE iso <> '';

-- Apart from node, so that counting does not rewrite names.
CREATE TABLE node_body (
  n    INTEGER PRIMARY KEY REFERENCES node (n),
  body TEXT NOT NULL                   -- graph.Entity as JSON
) STRICT;

CREATE TABLE node_name (
  n    INTEGER PRIMARY KEY,
  node INTEGER NOT NULL REFERENCES node (n),
  key  TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX node_name_node ON node_name (node, key);
CREATE INDEX node_name_key ON node_name (key, node);

-- The words of each name key by graph.NameTokens, each written in hexadecimal: the tokenizer
-- has nothing left to fold or to split. The rowid is node_name.n.
CREATE VIRTUAL TABLE name_words USING fts5 (
  words, content = '', contentless_delete = 1, detail = none, tokenize = 'ascii'
);

CREATE TABLE edge (
  n           INTEGER PRIMARY KEY,
  id          TEXT NOT NULL UNIQUE,
  type        TEXT NOT NULL,
  from_n      INTEGER NOT NULL REFERENCES entity (n),
  to_n        INTEGER NOT NULL REFERENCES entity (n),
  from_type   TEXT NOT NULL,
  to_type     TEXT NOT NULL,
  tier        TEXT NOT NULL,
  status      TEXT NOT NULL,
  modality    TEXT NOT NULL,
  office      TEXT NOT NULL,
  topics      TEXT NOT NULL,           -- JSON
  date        TEXT NOT NULL,           -- graph.Date.SortKey
  first_day   TEXT,                    -- bounds of the best date, as in node
  last_day    TEXT,
  holds_from  TEXT,                    -- bounds of graph.Edge.HoldsAt; NULL: it never holds
  holds_until TEXT,
  support     INTEGER NOT NULL,
  confidence  REAL NOT NULL,
  body        TEXT NOT NULL            -- graph.Edge as JSON
) STRICT;
CREATE INDEX edge_from_id ON edge (from_n, type, id);
CREATE INDEX edge_from_date ON edge (from_n, type, date DESC, id);
CREATE INDEX edge_from_support ON edge (from_n, type, support DESC, id);
CREATE INDEX edge_to_id ON edge (to_n, type, id);
CREATE INDEX edge_to_date ON edge (to_n, type, date DESC, id);
CREATE INDEX edge_to_support ON edge (to_n, type, support DESC, id);

-- Edges that are no more: what their ids stood for, for questions about an earlier record time.
CREATE TABLE past_edge (
  id      TEXT PRIMARY KEY,
  type    TEXT NOT NULL,
  from_n  INTEGER NOT NULL,
  to_n    INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- What graph.Stats answers without counting.
CREATE TABLE counter (
  kind  TEXT NOT NULL,                 -- article, claim, node, edge, lang, figure
  name  TEXT NOT NULL,
  count INTEGER NOT NULL,
  PRIMARY KEY (kind, name)
) STRICT, WITHOUT ROWID;
