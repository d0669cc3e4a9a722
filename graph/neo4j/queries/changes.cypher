// One stretch of the feed, cut from the lists of batches.
// Parameters: after (the place it comes after), head (the place it ends at), limit.
// Columns: n, at, kind, id.
MATCH (b:Batch)
WHERE $after < b.through <= $head
WITH b ORDER BY b.through LIMIT $limit
WITH b, b.through - size(b.ids) AS before
WITH b, before, CASE WHEN before < $after THEN $after - before ELSE 0 END AS done
UNWIND range(done, CASE WHEN size(b.ids) < done + $limit THEN size(b.ids) ELSE done + $limit END - 1) AS i
RETURN before + i + 1 AS n, b.recorded AS at, b.kinds[i] AS kind, b.ids[i] AS id
ORDER BY n LIMIT $limit
