// Whether a batch was committed.
// Parameters: id. Columns: found.
RETURN EXISTS { MATCH (:Batch {id: $id}) } AS found
