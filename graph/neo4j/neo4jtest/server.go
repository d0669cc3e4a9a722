package neo4jtest

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"net"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j/config"
)

// Database is the one user database of Community.
const Database = "neo4j"

// ErrFixed is returned by Kill and Restart of a server that this package did not start.
var ErrFixed = errors.New("neo4jtest: the server of NEO4J_TEST_URI is not ours to kill")

// Server is a running server whose data nobody needs. It is safe for concurrent use, but for
// Kill, Restart and Stop, which its owner calls.
type Server struct {
	URI      string // bolt://127.0.0.1:PORT
	Username string
	Password string
	How      string // one line: where the server came from

	engine engine
}

// engine runs a server: a process, a container or something that is not ours.
type engine interface {
	start(ctx context.Context) error
	kill() error // at once, as a power cut; data on disk stays
	stop() error // for good, data too
}

// Open returns a server of the first kind that is there, answering and marked (:Disposable).
// The error says in one line why each kind is not there and how to get one.
func Open(ctx context.Context) (*Server, error) {
	if server, err := fromEnvironment(ctx); server != nil || err != nil {
		return server, err
	}
	server, dockerErr := newDocker(ctx)
	if dockerErr == nil {
		dockerErr = server.launch(ctx)
	}
	if dockerErr == nil {
		return server, nil
	}
	server, javaErr := newJava(ctx)
	if javaErr == nil {
		javaErr = server.launch(ctx)
	}
	if javaErr == nil {
		return server, nil
	}
	return nil, fmt.Errorf("neo4jtest: no Neo4j: NEO4J_TEST_URI is not set; Docker: %w; Java: %w; "+
		"start a Docker engine, or install java 17 and maven (Debian: openjdk-17-jre-headless maven)", dockerErr, javaErr)
}

// Kill ends the server at once, as a power cut would. Committed data stays for Restart.
func (s *Server) Kill() error { return s.engine.kill() }

// Restart starts the server again after Kill, on the same address with the same data, and
// returns when it answers.
func (s *Server) Restart(ctx context.Context) error {
	if err := s.engine.start(ctx); err != nil {
		return err
	}
	return s.await(ctx)
}

// Stop ends the server for good and removes its data. A server that was only borrowed is wiped.
func (s *Server) Stop() error { return s.engine.stop() }

// Wipe empties the database in small transactions. Constraints and indexes stay, with the
// (:Migration) nodes that record them, and so does the mark of a disposable server.
func (s *Server) Wipe(ctx context.Context) error {
	return s.session(ctx, func(session neo4j.SessionWithContext) error {
		for {
			left, err := single(ctx, session, "MATCH (n) WHERE NOT n:Disposable AND NOT n:Migration WITH n LIMIT 5000 DETACH DELETE n RETURN count(n)")
			if err != nil {
				return fmt.Errorf("neo4jtest: wipe: %w", err)
			}
			if left == 0 {
				return nil
			}
		}
	})
}

// launch starts a new server and marks it; a server that does not come up leaves nothing.
func (s *Server) launch(ctx context.Context) error {
	err := s.engine.start(ctx)
	if err == nil {
		err = s.await(ctx)
	}
	if err == nil {
		err = s.session(ctx, func(session neo4j.SessionWithContext) error {
			_, err := single(ctx, session, "MERGE (d:Disposable) RETURN count(d)")
			return err
		})
	}
	if err != nil {
		return errors.Join(err, s.engine.stop())
	}
	return nil
}

// await returns when the server answers a query, or with the reason why it does not.
func (s *Server) await(ctx context.Context) error {
	tick := time.NewTicker(200 * time.Millisecond)
	defer tick.Stop()
	for {
		err := s.session(ctx, func(session neo4j.SessionWithContext) error {
			_, err := single(ctx, session, "RETURN 1")
			return err
		})
		if err == nil {
			return nil
		}
		if dead, ok := s.engine.(interface{ exited() error }); ok && dead.exited() != nil {
			return dead.exited()
		}
		select {
		case <-ctx.Done():
			return fmt.Errorf("neo4jtest: the server does not answer: %w", err)
		case <-tick.C:
		}
	}
}

func (s *Server) session(ctx context.Context, use func(neo4j.SessionWithContext) error) error {
	driver, err := neo4j.NewDriverWithContext(s.URI, neo4j.BasicAuth(s.Username, s.Password, ""), func(c *config.Config) {
		c.SocketConnectTimeout = 2 * time.Second
		c.TelemetryDisabled = true
	})
	if err != nil {
		return fmt.Errorf("neo4jtest: %w", err)
	}
	defer func() { _ = driver.Close(ctx) }()
	session := driver.NewSession(ctx, neo4j.SessionConfig{DatabaseName: Database})
	defer func() { _ = session.Close(ctx) }()
	return use(session)
}

// single runs a query that answers one number.
func single(ctx context.Context, session neo4j.SessionWithContext, query string) (int64, error) {
	result, err := session.Run(ctx, query, nil)
	if err != nil {
		return 0, err
	}
	record, err := result.Single(ctx)
	if err != nil {
		return 0, err
	}
	n, ok := record.Values[0].(int64)
	if !ok {
		return 0, fmt.Errorf("neo4jtest: %q answered %T", query, record.Values[0])
	}
	return n, nil
}

// freePort returns a loopback port that nothing listens on.
func freePort() (int, error) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return 0, fmt.Errorf("neo4jtest: %w", err)
	}
	defer func() { _ = listener.Close() }()
	return listener.Addr().(*net.TCPAddr).Port, nil
}

// settings are the server's, beside addresses: a server that tests use must not hang, phone
// home or reserve a quarter of a gigabyte of log.
func settings() map[string]string {
	return map[string]string{
		"server.http.enabled":          "false",
		"server.https.enabled":         "false",
		"dbms.usage_report.enabled":    "false",
		"server.memory.pagecache.size": "256m",
		"db.tx_log.preallocate":        "false",
		"db.tx_log.rotation.size":      "32m",
		"db.transaction.timeout":       "60s",
		"db.lock.acquisition.timeout":  "10s",
	}
}

func newServer(port int, how string, make func(password string) engine) *Server {
	password := rand.Text()
	return &Server{
		URI: fmt.Sprintf("bolt://127.0.0.1:%d", port), Username: "neo4j", Password: password,
		How: how, engine: make(password),
	}
}
