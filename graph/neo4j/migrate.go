package neo4j

import (
	"context"
	"embed"
	"fmt"
	"strings"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"citygraph/graph"
)

//go:embed migrations/*.cypher
var migrationFiles embed.FS

// migrateTime bounds one statement of a migration: an index on a large graph takes its time.
const migrateTime = time.Hour

// migration is one statement that brings the schema from version-1 to version.
type migration struct {
	version int
	name    string
	cypher  string
}

// migrations lists all migrations in order; their versions are 1, 2, 3 … without a gap.
func migrations() []migration {
	entries, err := migrationFiles.ReadDir("migrations")
	if err != nil {
		panic("neo4j: " + err.Error()) // embedded
	}
	list := make([]migration, 0, len(entries))
	for i, entry := range entries { // sorted by name
		text, err := migrationFiles.ReadFile("migrations/" + entry.Name())
		if err != nil {
			panic("neo4j: " + err.Error())
		}
		name := strings.TrimSuffix(entry.Name(), ".cypher")
		if !strings.HasPrefix(name, fmt.Sprintf("%04d_", i+1)) {
			panic("neo4j: migration " + name + " is out of order")
		}
		list = append(list, migration{i + 1, name, string(text)})
	}
	return list
}

// Migrate runs the migrations that the database does not have yet, in order, and records each;
// then it waits until every index is filled. Running it again, or twice at once, is safe:
// every statement says IF NOT EXISTS.
func (s *Store) Migrate(ctx context.Context) error {
	have, err := s.schemaVersion(ctx)
	if err != nil {
		return err
	}
	list := migrations()
	if have > len(list) {
		return newerSchema(have, len(list))
	}
	session := s.session(ctx, neo4j.AccessModeWrite)
	defer func() { _ = session.Close(context.WithoutCancel(ctx)) }()
	for _, m := range list[have:] {
		// The statement and its record are two transactions: Neo4j changes schema or data.
		if err := auto(ctx, session, m.cypher, nil); err != nil {
			return fmt.Errorf("migration %s: %w", m.name, translate(ctx, err))
		}
		record := params{"version": m.version, "name": m.name}
		if err := auto(ctx, session, query("record_migration", nil), record); err != nil {
			return fmt.Errorf("migration %s: %w", m.name, translate(ctx, err))
		}
	}
	if have == len(list) {
		return nil
	}
	if err := auto(ctx, session, query("await_indexes", nil), params{"seconds": int(migrateTime.Seconds())}); err != nil {
		return fmt.Errorf("migrate: %w", translate(ctx, err))
	}
	return nil
}

// auto runs one statement in a transaction of its own.
func auto(ctx context.Context, session neo4j.SessionWithContext, cypher string, p params) error {
	result, err := session.Run(ctx, cypher, p, neo4j.WithTxTimeout(migrateTime))
	if err != nil {
		return err
	}
	_, err = result.Consume(ctx)
	return err
}

// checkSchema refuses a database whose schema is not the one this package writes.
func (s *Store) checkSchema(ctx context.Context) error {
	have, err := s.schemaVersion(ctx)
	if err != nil {
		return err
	}
	switch want := len(migrations()); {
	case have < want:
		return fmt.Errorf("%w: the database has schema %d, this program needs %d: run citygraph migrate", graph.ErrConflict, have, want)
	case have > want:
		return newerSchema(have, want)
	}
	return nil
}

func newerSchema(have, want int) error {
	return fmt.Errorf("%w: the database has schema %d, newer than the %d that this program knows: update the program", graph.ErrConflict, have, want)
}

func (s *Store) schemaVersion(ctx context.Context) (int, error) {
	version := 0
	err := s.read(ctx, func(ctx context.Context, tx runner) error {
		return rows(ctx, tx, query("schema_version", nil), nil, func(r record) error {
			version = r.number("version")
			return nil
		})
	})
	return version, err
}
