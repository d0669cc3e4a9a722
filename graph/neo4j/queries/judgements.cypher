// The judgements that a moment knows.
// Parameters: later, asOf. Slots: visible. Columns: json.
MATCH (x:Judgement|RetiredJudgement)
WHERE ‹visible›
RETURN x.json AS json
