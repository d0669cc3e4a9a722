-- Purpose: count the articles that mention a node and the edges at it.
-- Parameters: 1 n, 2 articles, 3 change of degree
-- Columns: none
UPDATE node SET articles = ?2, degree = degree + ?3 WHERE n = ?1;
