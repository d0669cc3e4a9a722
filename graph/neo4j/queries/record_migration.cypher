// Records that a migration ran.
// Parameters: version, name.
MERGE (m:Migration {version: $version})
SET m.name = $name, m.at = coalesce(m.at, datetime())
