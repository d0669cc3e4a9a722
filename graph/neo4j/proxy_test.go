package neo4j_test

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"net"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/google/go-cmp/cmp"

	"citygraph/graph"
	"citygraph/graph/graphtest"
	"citygraph/graph/neo4j"
)

// proxy stands between a store and its server and cuts the connection when the client asks to
// commit: with the commit sent on, so that only its answer is lost, or before the server sees it.
type proxy struct {
	target  string
	swallow atomic.Bool  // cut after the commit went through, else before
	cuts    atomic.Int64 // how many commits are still to be cut
}

// commit is a COMMIT message of Bolt: a chunk of two bytes, the structure B0 12, and the end.
func commit() []byte { return []byte{0, 2, 0xB0, 0x12, 0, 0} }

func (p *proxy) serve(t *testing.T) (uri string) {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = listener.Close() })
	go func() {
		for {
			client, err := listener.Accept()
			if err != nil {
				return
			}
			go p.carry(client)
		}
	}()
	return "bolt://" + listener.Addr().String()
}

func (p *proxy) carry(client net.Conn) {
	defer func() { _ = client.Close() }()
	server, err := net.Dial("tcp", p.target)
	if err != nil {
		return
	}
	defer func() { _ = server.Close() }()
	var mute atomic.Bool
	go p.answers(client, server, &mute)
	buf := make([]byte, 64<<10)
	for {
		n, err := client.Read(buf)
		if err != nil {
			return
		}
		cut := bytes.Contains(buf[:n], commit()) && p.cuts.Add(-1) >= 0
		if cut && !p.swallow.Load() {
			return
		}
		mute.Store(cut)
		if _, err := server.Write(buf[:n]); err != nil {
			return
		}
	}
}

// answers carries what the server says, until the answer that is to be lost: then it ends the
// client's connection, the commit done.
func (p *proxy) answers(client, server net.Conn, mute *atomic.Bool) {
	defer func() { _ = client.Close() }()
	buf := make([]byte, 64<<10)
	for {
		n, err := server.Read(buf)
		if err != nil || mute.Load() {
			return
		}
		if _, err := client.Write(buf[:n]); err != nil && !errors.Is(err, io.EOF) {
			return
		}
	}
}

func TestConnectionLostAtCommit(t *testing.T) {
	for _, swallow := range []bool{true, false} {
		t.Run(fmt.Sprintf("committed %v", swallow), func(t *testing.T) {
			server := shared.Start(t)
			direct := openAt(t, server, neo4j.Options{})
			p := &proxy{target: strings.TrimPrefix(server.URI, "bolt://")}
			p.swallow.Store(swallow)
			behind := *server
			behind.URI = p.serve(t)
			store := openAt(t, &behind, neo4j.Options{})
			list := articles(20)
			for i, a := range list {
				p.cuts.Store(1)
				batch := graph.Batch{Assertions: []graph.Assertion{a}, Run: "cut"}
				done, err := store.Apply(t.Context(), batch, at())
				if err != nil {
					t.Fatalf("batch %d: %v", i, err)
				}
				if p.cuts.Load() >= 1 {
					t.Fatalf("batch %d: no commit was cut: the test tests nothing", i)
				}
				if got := done.Assertions[0]; got != graph.Loaded {
					t.Errorf("batch %d: outcome %s, want %s", i, got, graph.Loaded)
				}
				had, err := direct.HasApplied(t.Context(), batch.ID())
				if err != nil || !had {
					t.Errorf("batch %d: HasApplied %v, %v", i, had, err)
				}
			}
			if d := cmp.Diff(wanted(t, list), graphtest.Dump(t, direct)); d != "" {
				t.Errorf("dump: (-undisturbed +cut)\n%s", d)
			}
		})
	}
}
