// Leaves the marker of a batch.
// Parameters: id, token (of this application of it), at.
CREATE (:Batch {id: $id, token: $token, at: $at})
