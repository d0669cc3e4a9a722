package sqlite

import (
	"context"
	"database/sql"
	"net/url"
	"path/filepath"
	"strconv"
	"time"

	_ "modernc.org/sqlite" // registers the driver
)

// database opens connections, all set up alike. This is the one place for settings:
//
//   - WAL with synchronous FULL: a commit that was acknowledged survives loss of power;
//   - foreign_keys, trusted_schema, defensive and cell_size_check: a damaged or hostile file is
//     an error, never code;
//   - cache and checkpoint sizes: an index page that many batches touch is written back once.
type database struct {
	handle *sql.DB
	text   queries
}

const (
	writerCacheKiB  = 64 << 10
	readerCacheKiB  = 16 << 10
	checkpointPages = 32 << 10 // 128 MiB
)

func newDatabase(path string, busy time.Duration) (database, error) {
	text, err := readQueries()
	if err != nil {
		return database{}, err
	}
	settings := url.Values{"_defensive": {"1"}, "_pragma": {
		"busy_timeout(" + strconv.FormatInt(busy.Milliseconds(), 10) + ")",
		"journal_mode(WAL)", "synchronous(FULL)", "foreign_keys(ON)", "trusted_schema(OFF)",
		"cell_size_check(ON)", "wal_autocheckpoint(" + strconv.Itoa(checkpointPages) + ")",
	}}
	file := url.URL{Path: filepath.ToSlash(filepath.Clean(path))}
	handle, err := sql.Open("sqlite", "file:"+file.EscapedPath()+"?"+settings.Encode())
	if err != nil {
		return database{}, err
	}
	return database{handle: handle, text: text}, nil
}

func (d database) openWriter(ctx context.Context) (*conn, error) {
	return d.open(ctx, "PRAGMA cache_size = -"+strconv.Itoa(writerCacheKiB))
}

func (d database) openReader(ctx context.Context) (*conn, error) {
	return d.open(ctx, "PRAGMA cache_size = -"+strconv.Itoa(readerCacheKiB)+"; PRAGMA query_only = ON")
}

func (d database) open(ctx context.Context, pragmas string) (*conn, error) {
	raw, err := d.handle.Conn(ctx)
	if err != nil {
		return nil, err
	}
	if _, err := raw.ExecContext(ctx, pragmas); err != nil {
		raw.Close()
		return nil, err
	}
	return &conn{raw: raw, text: d.text, prepared: map[string]*sql.Stmt{}}, nil
}

func (d database) close() error { return d.handle.Close() }
