// Takes the write locks of articles, making the nodes of those never seen. To set a label that
// is there already writes nothing and locks. It returns nothing: what is read in the same
// statement may have been read before the lock was held.
// Parameters: rows, ids in ascending order.
UNWIND $rows AS id
MERGE (a:ArticleKey {id: id})
SET a:ArticleKey
