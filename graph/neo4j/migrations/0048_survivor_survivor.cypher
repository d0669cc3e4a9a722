// The ids that a survivor stands for.
CREATE INDEX survivor_survivor IF NOT EXISTS
FOR (n:Survivor) ON (n.survivor)
