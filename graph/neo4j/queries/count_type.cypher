// How many edges have a type. Slots: type. Columns: count.
MATCH ()-[r:‹type›]->()
RETURN count(r) AS count
