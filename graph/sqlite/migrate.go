package sqlite

import (
	"context"
	"embed"
	"fmt"
	"io/fs"
	"strconv"
	"strings"

	"citygraph/graph"
)

//go:embed migrations/*.sql
var migrationFiles embed.FS

// migration is one step of the schema: migrations/NNNN_name.sql is level NNNN.
type migration struct {
	level int
	name  string
	text  string
}

// migrations lists every step in order; levels count up from 1.
func migrations() ([]migration, error) {
	paths, err := fs.Glob(migrationFiles, "migrations/*.sql")
	if err != nil {
		return nil, err
	}
	steps := make([]migration, len(paths)) // Glob sorts
	for i, path := range paths {
		text, err := migrationFiles.ReadFile(path)
		if err != nil {
			return nil, err
		}
		name := strings.TrimSuffix(strings.TrimPrefix(path, "migrations/"), ".sql")
		number, _, _ := strings.Cut(name, "_")
		if level, err := strconv.Atoi(number); err != nil || level != i+1 {
			return nil, fmt.Errorf("migration %s is not number %d", name, i+1)
		}
		steps[i] = migration{level: i + 1, name: name, text: string(text)}
	}
	return steps, nil
}

// migrate runs what is missing, each step with its record in one transaction, and returns the
// schema's level.
func migrate(ctx context.Context, c *conn) (int, error) {
	steps, err := migrations()
	if err != nil {
		return 0, err
	}
	for {
		level := 0
		err := c.inTransaction(ctx, beginWrite, func() error {
			if level, err = adopt(ctx, c); err != nil {
				return err
			}
			if level > len(steps) {
				return fmt.Errorf("%w: the schema is level %d, this version knows %d", graph.ErrConflict, level, len(steps))
			}
			if level == len(steps) {
				return nil
			}
			if _, err := c.raw.ExecContext(ctx, steps[level].text); err != nil {
				return fmt.Errorf("%s: %w", steps[level].name, err)
			}
			_, err := c.exec(ctx, insertMigration, steps[level].level, steps[level].name)
			return err
		})
		if err != nil || level == len(steps) {
			return level, err
		}
	}
}

// adopt makes an empty file a store and returns the level it has; a file with other tables is
// refused.
func adopt(ctx context.Context, c *conn) (int, error) {
	var ours, others int
	if err := c.one(ctx, countTables, []any{&ours, &others}); err != nil {
		return 0, err
	}
	switch {
	case ours > 0:
		return schemaLevel(ctx, c)
	case others > 0:
		return 0, &graph.InvalidError{Field: "path", Reason: "is a database of something else"}
	}
	_, err := c.exec(ctx, createMigrations)
	return 0, err
}

// schemaLevel reads how far the file was migrated.
func schemaLevel(ctx context.Context, c *conn) (level int, err error) {
	err = c.one(ctx, selectSchemaLevel, []any{&level})
	return level, err
}
