-- Purpose: the distinct words of names that are about as long as another.
-- Parameters: 1 least length, 2 greatest length, in hexadecimal digits
-- Columns: word in hexadecimal
SELECT term FROM name_word WHERE length(term) BETWEEN ?1 AND ?2;
