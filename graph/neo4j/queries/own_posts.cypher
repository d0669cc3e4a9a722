// Offices and locations as claimed where no id was joined.
// Columns: claim.
MATCH (c:Claim)<-[:ASSERTS]-(a:Article)
WHERE (c.group STARTS WITH 'HOLDS_OFFICE|' OR c.group STARTS WITH 'LOCATED_IN|') AND a.original IS NULL
RETURN c {.type, .subject, .object, .office, .postedTo, .former, .modality, .date, .dateMethod, .asserted} AS claim
