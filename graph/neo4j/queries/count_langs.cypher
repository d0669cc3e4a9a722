// How many articles each language has. Columns: key (the language), count.
MATCH (a:Article)
RETURN coalesce(a.lang, '') AS key, count(a) AS count
