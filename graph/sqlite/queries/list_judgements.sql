-- Purpose: the judgements that hold.
-- Parameters: none
-- Columns: body
SELECT body FROM judgement WHERE retracted_at IS NULL ORDER BY key;
