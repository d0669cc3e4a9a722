package neo4jtest_test

import (
	"errors"
	"os"
	"strings"
	"testing"

	"citygraph/graph/neo4j/neo4jtest"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

func TestServerLife(t *testing.T) {
	server := neo4jtest.Start(t)
	write(t, server, "CREATE (:Note {text: $text})", "上海 شنغهاي")
	if err := server.Kill(); errors.Is(err, neo4jtest.ErrFixed) {
		t.Skip(err)
	} else if err != nil {
		t.Fatal(err)
	}
	if err := server.Restart(t.Context()); err != nil {
		t.Fatal(err)
	}
	if got := count(t, server, "MATCH (n:Note {text: $text}) RETURN count(n)", "上海 شنغهاي"); got != 1 {
		t.Errorf("after kill and restart %d notes are left, want 1", got)
	}
	if err := server.Wipe(t.Context()); err != nil {
		t.Fatal(err)
	}
	if got := count(t, server, "MATCH (n:Note) RETURN count(n)", ""); got != 0 {
		t.Errorf("after Wipe %d notes are left", got)
	}
	if got := count(t, server, "MATCH (n:Disposable) RETURN count(n)", ""); got != 1 {
		t.Errorf("after Wipe the server has %d marks, want 1", got)
	}
	t.Run("borrowed", func(t *testing.T) { testBorrowed(t, server) })
}

func testBorrowed(t *testing.T, own *neo4jtest.Server) {
	t.Setenv("NEO4J_TEST_URI", own.URI)
	t.Setenv("NEO4J_USERNAME", own.Username)
	t.Setenv("NEO4J_PASSWORD", own.Password)
	server, err := neo4jtest.Open(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if err := server.Kill(); !errors.Is(err, neo4jtest.ErrFixed) {
		t.Errorf("Kill of a borrowed server: %v, want ErrFixed", err)
	}
	if err := server.Stop(); err != nil {
		t.Fatal(err)
	}
	write(t, own, "MATCH (d:Disposable) DELETE d", "")
	if _, err := neo4jtest.Open(t.Context()); err == nil || !strings.Contains(err.Error(), "Disposable") {
		t.Errorf("a server without the mark was taken: %v", err)
	}
}

func TestVersionIsThatOfThePOM(t *testing.T) {
	pom, err := os.ReadFile("pom.xml")
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(pom), "<neo4j.version>"+neo4jtest.Version+"</neo4j.version>") {
		t.Errorf("pom.xml does not pin %s", neo4jtest.Version)
	}
}

func write(t *testing.T, s *neo4jtest.Server, query, text string) {
	t.Helper()
	run(t, s, query, text)
}

func count(t *testing.T, s *neo4jtest.Server, query, text string) int64 {
	t.Helper()
	records := run(t, s, query, text)
	n, _ := records[0].Values[0].(int64)
	return n
}

func run(t *testing.T, s *neo4jtest.Server, query, text string) []*neo4j.Record {
	t.Helper()
	driver, err := neo4j.NewDriverWithContext(s.URI, neo4j.BasicAuth(s.Username, s.Password, ""))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = driver.Close(t.Context()) }()
	result, err := neo4j.ExecuteQuery(t.Context(), driver, query, map[string]any{"text": text},
		neo4j.EagerResultTransformer, neo4j.ExecuteQueryWithDatabase(neo4jtest.Database))
	if err != nil {
		t.Fatal(err)
	}
	return result.Records
}
