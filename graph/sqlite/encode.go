package sqlite

import (
	"encoding/json"

	"citygraph/graph"
)

// encoded is an assertion made ready before the transaction begins: everything that needs no
// database is done outside the write lock.
type encoded struct {
	article  graph.Article
	hash     string
	body     string
	mentions []encodedMention
	claims   []encodedClaim
	asserted graph.Assertion // in normal form; article above is the same
	original any             // asserted as JSON without its article, nil where it is read so
}

type encodedMention struct {
	graph.Entity
	hash  string
	body  string
	spans string
}

type encodedClaim struct {
	graph.Claim
	body string
}

func encodeAll(assertions []graph.Assertion) ([]encoded, error) {
	coded := make([]encoded, len(assertions))
	for i, a := range assertions {
		var err error
		if coded[i], err = encode(a); err != nil {
			return nil, err
		}
	}
	return coded, nil
}

func encode(a graph.Assertion) (encoded, error) {
	a = a.Normal()
	return encodeRead(a, a)
}

// encodeRead makes ready an assertion that is read with survivors' ids.
func encodeRead(asserted, read graph.Assertion) (encoded, error) {
	a := read
	body, err := marshal(a.Article)
	if err != nil {
		return encoded{}, err
	}
	out := encoded{article: a.Article, hash: asserted.Hash(), body: body, asserted: asserted}
	spans := make(map[graph.EntityID][]graph.Span, len(a.Mentions))
	for _, m := range a.Mentions {
		spans[m.Entity] = m.Spans
	}
	for _, e := range a.Entities {
		m := encodedMention{Entity: e, hash: e.Hash()}
		if m.body, err = marshal(e); err != nil {
			return encoded{}, err
		}
		if m.spans, err = marshal(spans[e.ID]); err != nil {
			return encoded{}, err
		}
		out.mentions = append(out.mentions, m)
	}
	for _, c := range a.Claims {
		body, err := marshal(c)
		if err != nil {
			return encoded{}, err
		}
		out.claims = append(out.claims, encodedClaim{c, body})
	}
	return out, nil
}

// original writes what an article asserted itself; its text is stored beside it.
func original(a graph.Assertion) (string, error) {
	a.Article = graph.Article{}
	return marshal(a)
}

func marshal(v any) (string, error) {
	b, err := json.Marshal(v)
	return string(b), err
}
