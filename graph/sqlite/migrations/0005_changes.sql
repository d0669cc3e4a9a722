-- What became known, in the order of commits: a row stays where it is for ever.
CREATE TABLE change (
  n    INTEGER PRIMARY KEY,
  at   TEXT NOT NULL,                  -- record time
  kind TEXT NOT NULL,                  -- graph.ChangeKind
  id   TEXT NOT NULL                   -- of an article, entity or edge
) STRICT;
