// Whether one application of a batch was committed.
// Parameters: id, the token. Columns: found.
RETURN EXISTS { MATCH (:Batch {token: $id}) } AS found
