-- Purpose: how people and institutions are described where no id was joined.
-- Parameters: none
-- Columns: body
SELECT d.body FROM described AS x JOIN entity AS i ON i.n = x.entity JOIN description AS d ON d.hash = x.hash
WHERE (i.id GLOB 'person:*' OR i.id GLOB 'inst:*') AND i.id NOT IN (SELECT survivor FROM survivor)
UNION ALL
SELECT d.body FROM survivor AS s JOIN entity AS i ON i.id = s.id JOIN mention AS m ON m.entity = i.n AND m.current = 1
JOIN assertion AS a ON a.n = m.assertion JOIN description AS d ON d.hash = m.hash
WHERE s.id = s.survivor AND a.original IS NULL;
