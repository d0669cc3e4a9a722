package neo4j_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"citygraph/graph"
	"citygraph/graph/graphtest"
	"citygraph/graph/neo4j"
	"citygraph/graph/neo4j/neo4jtest"
)

// cypher runs a statement beside the store, as an analyst would, and returns its one number.
func cypher(t *testing.T, server *neo4jtest.Server, query string, params map[string]any) int64 {
	t.Helper()
	d, err := driver.NewDriverWithContext(server.URI, driver.BasicAuth(server.Username, server.Password, ""))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = d.Close(context.Background()) }()
	result, err := driver.ExecuteQuery(t.Context(), d, query, params, driver.EagerResultTransformer,
		driver.ExecuteQueryWithDatabase(neo4jtest.Database))
	if err != nil {
		t.Fatalf("%s: %v", query, err)
	}
	if len(result.Records) == 0 {
		return 0
	}
	n, _ := result.Records[0].Values[0].(int64)
	return n
}

func TestMigrations(t *testing.T) {
	server := shared.Start(t)
	store := openAt(t, server, neo4j.Options{})
	want := int64(store.Features().Schema)
	if err := store.Migrate(t.Context()); err != nil {
		t.Errorf("migrating again: %v", err)
	}
	if got := cypher(t, server, "MATCH (m:Migration) RETURN count(m)", nil); got != want {
		t.Errorf("%d migrations recorded, want %d", got, want)
	}
	opts := neo4j.Options{Username: server.Username, Password: server.Password}
	cypher(t, server, "MATCH (m:Migration {version: $v}) DELETE m", map[string]any{"v": want})
	if _, err := neo4j.Open(t.Context(), server.URI, opts); !errors.Is(err, graph.ErrConflict) {
		t.Errorf("an older schema was opened: %v", err)
	}
	if err := store.Ping(t.Context()); !errors.Is(err, graph.ErrConflict) {
		t.Errorf("ping on an older schema: %v", err)
	}
	if err := store.Migrate(t.Context()); err != nil {
		t.Errorf("migrating an older schema: %v", err)
	}
	cypher(t, server, "CREATE (:Migration {version: $v})", map[string]any{"v": want + 1})
	defer cypher(t, server, "MATCH (m:Migration {version: $v}) DELETE m", map[string]any{"v": want + 1})
	if _, err := neo4j.Open(t.Context(), server.URI, opts); !errors.Is(err, graph.ErrConflict) {
		t.Errorf("a newer schema was opened: %v", err)
	}
}

// TestReadableByAnalysts holds the patterns that README.md promises.
func TestReadableByAnalysts(t *testing.T) {
	server := shared.Start(t)
	store := openAt(t, server, neo4j.Options{})
	reference := graphtest.Reference()
	if _, err := store.Apply(t.Context(), graph.Batch{Assertions: reference}, at()); err != nil {
		t.Fatal(err)
	}
	for _, pattern := range []string{
		"(:City:Entity)-[:TWINNED_WITH]-(:City:Entity)",
		"(:Person)-[:SIGNED]->(:Agreement)",
		"(:Article)-[:MENTIONS]->(:Entity)",
		"(:Article)-[:ASSERTS]->(:Claim)-[:SUBJECT]->(:Entity)",
		"(:Claim)-[:OBJECT]->(:Entity)",
	} {
		if cypher(t, server, "MATCH p = "+pattern+" RETURN count(p)", nil) == 0 {
			t.Errorf("nothing matches %s", pattern)
		}
	}
	var ids []graph.ArticleID
	for _, a := range reference {
		ids = append(ids, a.Article.ID)
	}
	if _, err := store.Apply(t.Context(), graph.Batch{Retract: ids}, at()); err != nil {
		t.Fatal(err)
	}
	if n := cypher(t, server, "MATCH (n:Entity|Article|Claim|City|Person) RETURN count(n)", nil); n != 0 {
		t.Errorf("%d nodes still look current after all was retracted", n)
	}
}

func TestInjectionStringsAreData(t *testing.T) {
	server := shared.Start(t)
	store := openAt(t, server, neo4j.Options{})
	payloads := []string{
		"`) DETACH DELETE n //", "') RETURN 1 //", "\" OR 1=1 //", "\\u0060) DELETE n", "\u0060x\u0060", "*", "+a -b", "a~ b^2",
		"NOT", "AND OR", "[a TO z]", "{x:1}", "a/b", "\\", "‹where›", "$limit", "entity:x", "ﬀ", "العَرَبِيّة", "e\u0301", "𠀀",
	}
	for i, s := range payloads {
		place := graphtest.Place(graph.CityID(int64(7000+i)), "", "en:"+s)
		story := graphtest.NewStory("t "+s, "en", "", s).Fact(place, graph.TwinnedWith, graphtest.Cork).Assertion()
		if _, err := store.Apply(t.Context(), graph.Batch{Assertions: []graph.Assertion{story}}, at()); err != nil {
			t.Fatalf("%q: %v", s, err)
		}
		for _, match := range []graph.NameMatch{graph.MatchWords, graph.MatchPrefix, graph.MatchExact} {
			list, err := store.FindNodes(t.Context(), graph.NodeFilter{Name: place.MainKey(), Match: match}, graph.Page{Limit: graph.MaxPage})
			if err != nil {
				t.Fatalf("%q: %v", s, err)
			}
			found := false
			for _, n := range list.Items {
				found = found || n.ID == place.ID && n.Main == s
			}
			if !found {
				t.Errorf("%q is not found by its own name (%q)", s, match)
			}
		}
		if _, err := store.FindEdges(t.Context(), nil, graph.EdgeFilter{Types: []graph.EdgeType{graph.EdgeType(s)}}, graph.Page{}); err != nil {
			t.Errorf("%q as an edge type: %v", s, err)
		}
	}
	if n := cypher(t, server, "MATCH (n:Article) RETURN count(n)", nil); n != int64(len(payloads)) {
		t.Errorf("%d articles, want %d", n, len(payloads))
	}
}

func TestTimeouts(t *testing.T) {
	server := shared.Start(t)
	store := openAt(t, server, neo4j.Options{})
	if _, err := store.Apply(t.Context(), graph.Batch{Assertions: articles(5)}, at()); err != nil {
		t.Fatal(err)
	}
	t.Run("the caller's deadline", func(t *testing.T) {
		ctx, cancel := context.WithTimeout(t.Context(), time.Nanosecond)
		defer cancel()
		if _, err := store.Stats(ctx); !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("stats: %v, want DeadlineExceeded", err)
		}
	})
	t.Run("a lock that another holds", func(t *testing.T) {
		d, err := driver.NewDriverWithContext(server.URI, driver.BasicAuth(server.Username, server.Password, ""))
		if err != nil {
			t.Fatal(err)
		}
		defer func() { _ = d.Close(context.Background()) }()
		session := d.NewSession(t.Context(), driver.SessionConfig{DatabaseName: neo4jtest.Database})
		defer func() { _ = session.Close(context.Background()) }()
		tx, err := session.BeginTransaction(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		if _, err := tx.Run(t.Context(), "MATCH (e:EntityKey) SET e:EntityKey", nil); err != nil {
			t.Fatal(err)
		}
		hasty := openAt(t, server, neo4j.Options{WriteTime: time.Second, RetryTime: time.Second})
		_, err = hasty.Apply(t.Context(), graph.Batch{Assertions: articles(6)}, at())
		if !errors.Is(err, graph.ErrLimit) && !errors.Is(err, graph.ErrUnavailable) {
			t.Errorf("apply against a held lock: %v, want ErrLimit or ErrUnavailable", err)
		}
		if err := tx.Rollback(t.Context()); err != nil {
			t.Fatal(err)
		}
		if _, err := hasty.Apply(t.Context(), graph.Batch{Assertions: articles(6)}, at()); err != nil {
			t.Errorf("apply once the lock is free: %v", err)
		}
	})
}

func TestOpenErrors(t *testing.T) {
	server := shared.Start(t)
	cases := map[string]struct {
		uri  string
		opts neo4j.Options
		want error
	}{
		"no address":       {"not an address", neo4j.Options{}, graph.ErrInvalid},
		"nobody listens":   {"bolt://127.0.0.1:1", neo4j.Options{}, graph.ErrUnavailable},
		"wrong password":   {server.URI, neo4j.Options{Username: "neo4j", Password: "wrong-password"}, graph.ErrUnavailable},
		"no such database": {server.URI, neo4j.Options{Username: server.Username, Password: server.Password, Database: "nowhere"}, graph.ErrUnavailable},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			_, err := neo4j.Open(t.Context(), c.uri, c.opts)
			if !errors.Is(err, c.want) {
				t.Errorf("error %v, want %v", err, c.want)
			}
			var foreign *driver.Neo4jError
			if errors.As(err, &foreign) {
				t.Error("a type of the driver escapes")
			}
			if c.opts.Password != "" && strings.Contains(fmt.Sprint(err), c.opts.Password) {
				t.Error("the error holds the password")
			}
		})
	}
}
