// Waits until every index is filled.
// Parameters: seconds, at most.
CALL db.awaitIndexes($seconds)
