// Writes judgements.
// Parameters: rows of id (key) and json; at; token of the batch.
UNWIND $rows AS row
CREATE (:Judgement {key: row.id, json: row.json, recorded: $at, batch: $token})
