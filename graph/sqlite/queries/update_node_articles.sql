-- Purpose: count the articles that mention a node.
-- Parameters: 1 n, 2 articles
-- Columns: none
UPDATE node SET articles = ?2 WHERE n = ?1;
