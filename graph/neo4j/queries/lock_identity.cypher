// Takes the write lock of the judgements, the first lock of whoever changes them.
MERGE (i:Identity {id: 'graph'})
SET i:Identity
