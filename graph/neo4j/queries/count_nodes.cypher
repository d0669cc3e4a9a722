// How many nodes pass a filter. Parameters and slots: those of find_nodes. Columns: count.
‹source›
‹match›
WHERE ‹where›
RETURN count(n) AS count
