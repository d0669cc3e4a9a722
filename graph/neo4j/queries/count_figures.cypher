// How many claims each figure has. Columns: key (the figure), count.
MATCH (c:Claim)
WHERE c.figure IS NOT NULL
RETURN c.figure AS key, count(c) AS count
