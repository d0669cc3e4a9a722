// One stretch of the articles that pass a filter.
// Parameters: limit, and those of the conditions. Slots: source (of x), where, order.
// Columns: article.
MATCH ‹source›
WHERE ‹where›
WITH x ORDER BY ‹order› LIMIT $limit
RETURN properties(x) AS article
