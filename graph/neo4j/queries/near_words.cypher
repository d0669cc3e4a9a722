// The names that hold a word like one, the likest first.
// Parameters: lucene (a fuzzy term), most. Columns: tokens.
CALL db.index.fulltext.queryNodes('entity_tokens', $lucene, {limit: $most}) YIELD node
RETURN node.tokens AS tokens
