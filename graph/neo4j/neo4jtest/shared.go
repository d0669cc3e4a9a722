package neo4jtest

import (
	"context"
	"fmt"
	"os"
	"sync"
	"testing"
	"time"
)

// startTime bounds finding and starting a server, a first download included.
const startTime = 5 * time.Minute

// Shared is the one server of a test binary. The zero Shared is ready; it starts its server
// when a test first asks.
type Shared struct {
	once   sync.Once
	server *Server
	err    error
}

// Main runs the tests, ends the server and exits the process. It is the body of TestMain.
func (s *Shared) Main(m *testing.M) {
	code := m.Run()
	if s.server != nil {
		if err := s.server.Stop(); err != nil {
			fmt.Fprintln(os.Stderr, "neo4jtest: stop:", err)
			code = max(code, 1)
		}
	}
	os.Exit(code)
}

// Start returns the shared server with an empty database. Where none can be had it skips the
// test, and fails it when CI=true.
func (s *Shared) Start(t testing.TB) *Server {
	t.Helper()
	s.once.Do(func() { s.server, s.err = open() })
	return ready(t, s.server, s.err)
}

// Start returns a server of the test's own, stopped when the test ends. Where none can be had
// it skips the test, and fails it when CI=true.
func Start(t testing.TB) *Server {
	t.Helper()
	server, err := open()
	if err == nil {
		t.Cleanup(func() {
			if err := server.Stop(); err != nil {
				t.Errorf("neo4jtest: stop: %v", err)
			}
		})
	}
	return ready(t, server, err)
}

func open() (*Server, error) {
	ctx, cancel := context.WithTimeout(context.Background(), startTime)
	defer cancel()
	server, err := Open(ctx)
	if err == nil {
		fmt.Fprintln(os.Stderr, "neo4jtest:", server.How)
	}
	return server, err
}

func ready(t testing.TB, server *Server, err error) *Server {
	t.Helper()
	if err != nil && os.Getenv("CI") == "true" {
		t.Fatal(err)
	}
	if err != nil {
		t.Skip(err)
	}
	if err := server.Wipe(t.Context()); err != nil {
		t.Fatal(err)
	}
	return server
}
