// How many articles pass a filter.
// Parameters: those of the conditions. Slots: source, where. Columns: count.
MATCH ‹source›
WHERE ‹where›
RETURN count(x) AS count
