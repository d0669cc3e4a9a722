// How many nodes have a label. Slots: label. Columns: count.
MATCH (n:‹label›)
RETURN count(n) AS count
