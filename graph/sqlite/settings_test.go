package sqlite

import (
	"context"
	"testing"
)

func TestSettings(t *testing.T) {
	s := openTest(t)
	for _, c := range []struct {
		who  string
		pool *pool
		want map[string]string
	}{
		{"writer", s.writers, map[string]string{"query_only": "0"}},
		{"reader", s.readers, map[string]string{"query_only": "1"}},
	} {
		for name, value := range map[string]string{
			"journal_mode": "wal", "synchronous": "2", "foreign_keys": "1", "trusted_schema": "0",
			"busy_timeout": "30000", "cell_size_check": "1",
		} {
			c.want[name] = value
		}
		err := c.pool.with(context.Background(), func(conn *conn) error {
			for name, want := range c.want {
				var got string
				if err := conn.raw.QueryRowContext(context.Background(), "PRAGMA "+name).Scan(&got); err != nil {
					return err
				}
				if got != want {
					t.Errorf("%s: %s is %s, want %s", c.who, name, got, want)
				}
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
}

func TestOldEngineIsRefused(t *testing.T) {
	for version, want := range map[string]bool{
		"3.51.2": false, "3.51.3": true, "3.51.10": true, "3.54.1": true, "3.7.0": false, "4.0.0": true, "3.51": false, "": false,
	} {
		if got := atLeast(version, minVersion); got != want {
			t.Errorf("%q: %v, want %v", version, got, want)
		}
	}
}
