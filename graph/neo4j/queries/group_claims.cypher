// What edges are derived from: the current claims of groups, without their evidence.
// Parameters: groups. Columns: claim, edge that it belongs to so far.
UNWIND $groups AS group
MATCH (c:Claim {group: group})
RETURN c {.id, .type, .subject, .object, .tier, .status, .office, .title, .former, .postedTo,
  .role, .round, .topics, .modality, .date, .dateMethod, .dateAnchor, .until, .untilMethod,
  .untilAnchor, .asserted, .confidence, .witness, .fingerprint} AS claim, c.edge AS edge
