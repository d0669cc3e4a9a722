// Names in every script. The tokens are cut by graph.NameTokens and apart by spaces; the
// analyzer that cuts there and folds nothing is the one that finds exactly them.
CREATE FULLTEXT INDEX entity_tokens IF NOT EXISTS
FOR (n:Entity) ON EACH [n.tokens]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'whitespace', `fulltext.eventually_consistent`: false}}
