// How well the names of n match, as graph.Entity.MatchClass has it; part of find_nodes.
// Parameters: name (a name key), tokens of it, lucene (the same for the index).
WITH n, CASE
  WHEN any(key IN n.keys WHERE key = $name) THEN 3
  WHEN any(key IN n.keys WHERE key STARTS WITH $name) THEN 2
  WHEN any(words IN n.tokens WHERE all(t IN $tokens WHERE (' ' + words + ' ') CONTAINS (' ' + t + ' '))) THEN 1
  ELSE 0 END AS class
