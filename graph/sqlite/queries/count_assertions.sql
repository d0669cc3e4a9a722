-- Purpose: count articles, languages, claims and figures anew.
-- Parameters: none
-- Columns: none
INSERT INTO counter (kind, name, count)
SELECT 'article', '', count(*) FROM assertion WHERE retracted_at IS NULL
UNION ALL SELECT 'lang', lang, count(*) FROM assertion WHERE retracted_at IS NULL GROUP BY lang
UNION ALL SELECT 'claim', '', count(*) FROM claim WHERE current = 1
UNION ALL SELECT 'figure', figure, count(*) FROM claim WHERE current = 1 AND figure <> '' GROUP BY figure;
