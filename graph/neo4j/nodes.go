package neo4j

import (
	"context"
	"strings"
	"time"
	"unicode/utf16"

	"citygraph/graph"
)

// Nodes implements graph.NodeReader.
func (r reader) Nodes(ctx context.Context, ids []graph.EntityID, asOf time.Time) ([]graph.Node, error) {
	if err := checkIDs(len(ids)); err != nil {
		return nil, err
	}
	return ask(ctx, r, "nodes", asOf, func(ctx context.Context, tx runner, m moment) ([]graph.Node, error) {
		ids, err := m.follow(ctx, tx, ids)
		if err != nil {
			return nil, err
		}
		if !m.isNow() {
			nodes, err := m.nodes(ctx, tx, ids)
			return pick(ids, nodes), err
		}
		known := make(map[graph.EntityID]graph.Node, len(ids))
		err = rows(ctx, tx, query("nodes", nil), params{"ids": strs(ids)}, func(r record) error {
			n := nodeOf(r.props("node"))
			known[n.ID] = n
			return nil
		})
		return pick(ids, known), err
	})
}

// FindNodes implements graph.NodeReader.
func (r reader) FindNodes(ctx context.Context, f graph.NodeFilter, p graph.Page) (graph.List[graph.Node], error) {
	if _, err := pageLimit(p); err != nil {
		return graph.List[graph.Node]{}, err
	}
	return ask(ctx, r, "find nodes", f.AsOf, func(ctx context.Context, tx runner, m moment) (graph.List[graph.Node], error) {
		if !m.isNow() {
			return m.findNodes(ctx, tx, f, p)
		}
		return one(nodeListing(ctx, tx, f).page(p))
	})
}

// one unwraps the answer of a listing of one list.
func one[T any](lists []graph.List[T], err error) (graph.List[T], error) {
	if err != nil {
		return graph.List[T]{}, err
	}
	return lists[0], nil
}

func nodeListing(ctx context.Context, tx runner, f graph.NodeFilter) listing[graph.Node] {
	keys := nodeKeys(f.Order)
	c := nodeConditions(f)
	slot := parts{"source": nodeSource(f), "match": ""}
	if f.Name != "" || f.Order == graph.ByMatch {
		tokens := graph.NameTokens(f.Name)
		slot["match"] = query("match_name", nil)
		c.add(true, "class >= $class", params{
			"class": lowestClass(f.Match), "name": f.Name, "tokens": strs(tokens), "lucene": lucene(tokens),
		})
	}
	read := func(name string, s span, each func(record) error) error {
		slot["where"], slot["order"] = where(c.list, s.where), s.orderBy
		return rows(ctx, tx, query(name, slot), s.with(c.set), each)
	}
	return listing[graph.Node]{
		keys: keys, lists: 1, position: func(n graph.Node) graph.Position { return n.PositionIn(f.Order, f.Name) },
		fetch: func(s span) ([][]graph.Node, error) {
			var nodes []graph.Node
			err := read("find_nodes", s, func(r record) error {
				nodes = append(nodes, nodeOf(r.props("node")))
				return nil
			})
			return [][]graph.Node{nodes}, err
		},
		count: func() ([]int, error) {
			n := 0
			err := read("count_nodes", span{}, func(r record) error {
				n = r.number("count")
				return nil
			})
			return []int{n}, err
		},
	}
}

func nodeKeys(o graph.Order) keyset {
	keys := keyset{order: o, id: "n.id", seek: "n.id >= ''"}
	switch o {
	case graph.ByName:
		keys.value, keys.seek = "n.mainKey", "n.mainKey >= ''"
	case graph.ByDegree:
		keys.value, keys.number, keys.descending, keys.seek = "n.degree", true, true, "n.degree >= 0"
	case graph.ByMatch:
		keys.value, keys.number, keys.descending, keys.seek = "(class * 1000000000 + n.degree)", true, true, ""
	}
	return keys
}

// nodeSource is where a query finds nodes: the full-text index of names, or the labels.
func nodeSource(f graph.NodeFilter) string {
	if len(graph.NameTokens(f.Name)) > 0 {
		return "CALL db.index.fulltext.queryNodes('entity_tokens', $lucene) YIELD node AS n\nWITH n"
	}
	var labels []string
	for _, t := range graph.EntityTypes() {
		for _, wanted := range f.Types {
			if t == wanted {
				labels = append(labels, string(t))
			}
		}
	}
	if len(labels) == 0 {
		return "MATCH (n:Entity)"
	}
	return "MATCH (n:" + strings.Join(labels, "|") + ")"
}

// lowestClass is the least class of graph.Entity.MatchClass that fits.
func lowestClass(m graph.NameMatch) int {
	for class := range 3 {
		if m.Fits(class) {
			return class
		}
	}
	return 3
}

// maxTerm is the longest token that the full-text index keeps whole, in UTF-16 units; it cuts
// longer ones there.
const maxTerm = 255

// lucene asks the full-text index for what may match: every word, the last as a beginning. The
// query that it stands in looks at the names themselves.
func lucene(tokens []string) string {
	terms := make([]string, len(tokens))
	for i, token := range tokens {
		term, whole := cutTerm(token)
		terms[i] = "+" + escapeTerm(term)
		if !whole || i == len(tokens)-1 {
			terms[i] += "*"
		}
	}
	return strings.Join(terms, " ")
}

func cutTerm(token string) (term string, whole bool) {
	units := 0
	for i, r := range token {
		if units += utf16.RuneLen(r); units > maxTerm {
			return token[:i], false
		}
	}
	return token, true
}

// escapeTerm makes every character of a term stand for itself: Lucene's parser gives meaning
// to punctuation and to the words AND, OR and NOT.
func escapeTerm(term string) string {
	var b strings.Builder
	for i, r := range term {
		letter := r > 0x7f || r >= '0' && r <= '9' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z'
		if !letter || i == 0 && r < 0x80 && r > '9' {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}
