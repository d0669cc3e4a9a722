-- Purpose: judgements that pass a filter.
-- Parameters: those of the fragments, then the limit
-- Columns: body
SELECT j.body FROM judgement AS j WHERE j.retracted_at IS NULL /*and*/
/*order*/
