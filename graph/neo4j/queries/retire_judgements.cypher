// Moves judgements into history.
// Parameters: rows, keys; at; token of the batch.
UNWIND $rows AS key
MATCH (j:Judgement {key: key})
SET j:RetiredJudgement, j.retracted = $at, j.retiredBy = $token
REMOVE j:Judgement
