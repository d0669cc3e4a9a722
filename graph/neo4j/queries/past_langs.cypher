// How many articles of each language a moment knows.
// Parameters: later, asOf. Slots: visible. Columns: key (the language), count.
MATCH (x:Article|ArticleVersion)
WHERE ‹visible›
RETURN coalesce(x.lang, '') AS key, count(x) AS count
