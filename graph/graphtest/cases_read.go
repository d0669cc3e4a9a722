package graphtest

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"testing"
	"time"

	"citygraph/graph"
	"citygraph/graph/traverse"
)

var noTime time.Time

func readsEqualOracle(t *testing.T, open Open) {
	store, oracle := loaded(t, open)
	compareAll(t, store, oracle)
}

// compareAll compares dump, statistics, and every node's edges and claims.
func compareAll(t testing.TB, store, oracle graph.Reader) {
	t.Helper()
	ctx := context.Background()
	same(t, "dump", Dump(t, oracle), Dump(t, store))
	sameBoth(t, "stats", store, oracle, func(r graph.Reader) (graph.Stats, error) {
		s, err := r.Stats(ctx)
		s.LastLoad = noTime
		return s, err
	})
	all := must[graph.List[graph.Node]](t)(oracle.FindNodes(ctx, graph.NodeFilter{}, graph.Page{Limit: graph.MaxScan}))
	var ids []graph.EntityID
	for _, n := range all.Items {
		ids = append(ids, n.ID)
		ids = append(ids, n.MergedFrom...)
	}
	if len(ids) == 0 {
		return
	}
	slices.Reverse(ids)
	asked := append(slices.Clone(ids), "city:0", ids[0])
	sameBoth(t, "nodes in the order asked", store, oracle, func(r graph.Reader) ([]graph.Node, error) {
		return r.Nodes(ctx, asked, noTime)
	})
	for _, d := range []graph.Direction{graph.Both, graph.Out, graph.In} {
		f := graph.EdgeFilter{Direction: d}
		sameBoth(t, "edges "+string(d), store, oracle, func(r graph.Reader) ([]graph.List[graph.Edge], error) {
			return r.FindEdges(ctx, asked, f, graph.Page{Limit: 50, WithTotal: true})
		})
		sameBoth(t, "counts "+string(d), store, oracle, func(r graph.Reader) ([][]graph.EdgeCount, error) {
			return r.CountEdges(ctx, asked, f)
		})
	}
	for _, id := range ids {
		sameBoth(t, "articles that name "+string(id), store, oracle, func(r graph.Reader) (graph.List[graph.Article], error) {
			return r.FindArticles(ctx, graph.ArticleFilter{Mentions: id}, graph.Page{Limit: 50, WithTotal: true})
		})
	}
	sameBoth(t, "claims by entity", store, oracle, func(r graph.Reader) ([]graph.List[graph.Claim], error) {
		return r.FindClaims(ctx, graph.ClaimScope{Entities: asked}, graph.ClaimFilter{}, graph.Page{Limit: 50})
	})
}

func namesInEveryScript(t *testing.T, open Open) {
	store, oracle := loaded(t, open)
	for _, q := range []struct {
		key   string
		match graph.NameMatch
		first graph.EntityID
	}{
		{"shanghai", graph.MatchExact, Shanghai.ID},
		{"上海", graph.MatchExact, Shanghai.ID},
		{"شانغهاي", graph.MatchWords, Shanghai.ID},
		{"ميناء شانغهاي", graph.MatchWords, PortSH.ID},
		{"上海港", graph.MatchWords, PortSH.ID},
		{"港", graph.MatchWords, PortSH.ID},
		{"dun", graph.MatchPrefix, Dunedin.ID},
		{"radich", graph.MatchWords, Radich.ID},
		{"hamburg", graph.MatchWords, PortHH.ID},
		{"كور", graph.MatchPrefix, Cork.ID},
		{"nowhere", graph.MatchWords, ""},
	} {
		f := graph.NodeFilter{Name: q.key, Match: q.match, Order: graph.ByMatch}
		ask := func(r graph.Reader) (graph.List[graph.Node], error) {
			return r.FindNodes(context.Background(), f, graph.Page{WithTotal: true})
		}
		sameBoth(t, q.key, store, oracle, ask)
		list := must[graph.List[graph.Node]](t)(ask(store))
		if q.first == "" != (len(list.Items) == 0) || q.first != "" && list.Items[0].ID != q.first {
			t.Errorf("%q finds %v, want first %q", q.key, list.Items, q.first)
		}
	}
}

func paging(t *testing.T, open Open) {
	store, oracle := loaded(t, open)
	for _, o := range []graph.Order{graph.ByID, graph.ByName, graph.ByDegree} {
		walk(t, "nodes "+string(o), store, oracle, func(r graph.Reader, p graph.Page) (graph.List[graph.Node], error) {
			return r.FindNodes(context.Background(), graph.NodeFilter{Order: o}, p)
		})
	}
	for _, o := range []graph.Order{graph.ByID, graph.ByDate, graph.BySupport} {
		for _, at := range [][]graph.EntityID{nil, {Shanghai.ID}} {
			walk(t, fmt.Sprint("edges ", o, at), store, oracle, func(r graph.Reader, p graph.Page) (graph.List[graph.Edge], error) {
				lists, err := r.FindEdges(context.Background(), at, graph.EdgeFilter{Order: o}, p)
				if err != nil {
					return graph.List[graph.Edge]{}, err
				}
				return lists[0], nil
			})
		}
	}
	for _, o := range []graph.Order{graph.ByID, graph.ByDate} {
		walk(t, "articles "+string(o), store, oracle, func(r graph.Reader, p graph.Page) (graph.List[graph.Article], error) {
			return r.FindArticles(context.Background(), graph.ArticleFilter{Order: o}, p)
		})
	}
}

// walk pages through a list forward and backward, three at a time, comparing every page.
func walk[T any](t testing.TB, what string, store, oracle graph.Reader, read func(graph.Reader, graph.Page) (graph.List[T], error)) {
	t.Helper()
	for _, backward := range []bool{false, true} {
		p := graph.Page{Limit: 3, Backward: backward, WithTotal: true}
		for n := 0; ; n++ {
			sameBoth(t, fmt.Sprintf("%s page %d backward %v", what, n, backward), store, oracle,
				func(r graph.Reader) (graph.List[T], error) { return read(r, p) })
			list := must[graph.List[T]](t)(read(store, p))
			if n > 100 {
				t.Fatalf("%s: no end", what)
			}
			if !backward && !list.HasNext || backward && !list.HasPrev || len(list.Items) == 0 {
				break
			}
			if backward {
				p.Before = list.Positions[0]
			} else {
				p.After = list.Positions[len(list.Positions)-1]
			}
		}
	}
}

func pagesOfManyNodes(t *testing.T, open Open) {
	store, oracle := loaded(t, open)
	at := []graph.EntityID{Cork.ID, "city:404", Shanghai.ID, Radich.ID, Cork.ID}
	for _, o := range []graph.Order{graph.ByID, graph.ByDate, graph.BySupport} {
		for _, limit := range []int{0, 1, 2, graph.MaxPage} {
			sameBoth(t, fmt.Sprint(o, limit), store, oracle, func(r graph.Reader) ([]graph.List[graph.Edge], error) {
				return r.FindEdges(context.Background(), at, graph.EdgeFilter{Order: o}, graph.Page{Limit: limit, WithTotal: true})
			})
		}
	}
}

func edgeFilters(t *testing.T, open Open) {
	store, oracle := loaded(t, open)
	date := func(s string) graph.Date { return graph.Date{Value: s} }
	filters := map[string]graph.EdgeFilter{
		"types":           {Types: []graph.EdgeType{graph.TwinnedWith, graph.Visited}},
		"out":             {Types: []graph.EdgeType{graph.Visited}, Direction: graph.Out},
		"in":              {Types: []graph.EdgeType{graph.Visited}, Direction: graph.In},
		"symmetric in":    {Types: []graph.EdgeType{graph.TwinnedWith}, Direction: graph.In},
		"others":          {Others: []graph.EntityID{Shanghai.ID, Cork.ID}},
		"other types":     {OtherTypes: []graph.EntityType{graph.Person, graph.Region}},
		"tiers":           {Tiers: []graph.Tier{"SISTER"}},
		"statuses":        {Statuses: []graph.Status{"ENDED", "PLANNED"}},
		"modalities":      {Modalities: []graph.Modality{"PLANNED"}},
		"offices":         {Offices: []graph.Office{"MAYOR"}},
		"topics":          {Topics: []graph.Topic{"PORTS_SHIPPING", "SPORT"}},
		"languages":       {Langs: []string{"zh", "ar"}},
		"sources":         {Sources: []string{"sample-en"}},
		"one article":     {Langs: []string{"en"}, Sources: []string{"sample-zh", "sample-en"}},
		"no such article": {Langs: []string{"zh"}, Sources: []string{"sample-en"}},
		"told later":      {Langs: []string{"en"}, AsOf: day(1)},
		"year":            {Date: date("1994")},
		"range":           {Date: date("1990/2010")},
		"open range":      {Date: date("2010/..")},
		"valid 1990":      {ValidAt: date("1990")},
		"valid 2019":      {ValidAt: date("2019-06")},
		"valid 2021":      {ValidAt: date("2021-06-01")},
		"confidence":      {MinConfidence: 0.85},
		"support":         {MinSupport: 2},
		"together":        {Types: []graph.EdgeType{graph.TwinnedWith}, Tiers: []graph.Tier{"SISTER"}, MinSupport: 2},
		"nothing matches": {Tiers: []graph.Tier{"PROJECT"}},
	}
	for name, f := range filters {
		for _, at := range [][]graph.EntityID{nil, {Shanghai.ID, Prague.ID, Radich.ID}} {
			sameBoth(t, fmt.Sprint(name, at), store, oracle, func(r graph.Reader) ([]graph.List[graph.Edge], error) {
				return r.FindEdges(context.Background(), at, f, graph.Page{Limit: 4, WithTotal: true})
			})
			if at != nil {
				sameBoth(t, "count "+name, store, oracle, func(r graph.Reader) ([][]graph.EdgeCount, error) {
					return r.CountEdges(context.Background(), at, f)
				})
			}
		}
	}
}

func nodeAndArticleFilters(t *testing.T, open Open) {
	store, oracle := loaded(t, open)
	nodes := map[string]graph.NodeFilter{
		"types":    {Types: []graph.EntityType{graph.City, graph.Person}},
		"kinds":    {Kinds: []string{"PORT", "FORUM"}},
		"country":  {Country: "country:CN"},
		"geonames": {GeoNames: 2965140},
		"iso":      {ISO: "AU-QLD"},
		"status":   {Status: []graph.Status{"SIGNED"}},
		"date":     {Date: graph.Date{Value: "2022"}, Types: []graph.EntityType{graph.Agreement}},
		"degree":   {MinDegree: 3, Order: graph.ByDegree},
		"all":      {Types: []graph.EntityType{graph.City}, Country: "country:CN", MinDegree: 1},
	}
	for name, f := range nodes {
		sameBoth(t, name, store, oracle, func(r graph.Reader) (graph.List[graph.Node], error) {
			return r.FindNodes(context.Background(), f, graph.Page{WithTotal: true})
		})
	}
	articles := map[string]graph.ArticleFilter{
		"mentions": {Mentions: Shanghai.ID}, "langs": {Langs: []string{"zh", "ar"}}, "sources": {Sources: []string{"sample-en"}},
		"from": {From: "2023"}, "to": {To: "2022"}, "window": {From: "2020", To: "2020-01", Order: graph.ByDate}, "url": {URL: "none"},
	}
	for name, f := range articles {
		sameBoth(t, name, store, oracle, func(r graph.Reader) (graph.List[graph.Article], error) {
			return r.FindArticles(context.Background(), f, graph.Page{WithTotal: true})
		})
	}
}

func claimScopes(t *testing.T, open Open) {
	store, oracle := loaded(t, open)
	ctx := context.Background()
	edges := must[[]graph.List[graph.Edge]](t)(oracle.FindEdges(ctx, nil, graph.EdgeFilter{}, graph.Page{Limit: graph.MaxScan}))[0]
	scopes := map[string]graph.ClaimScope{"entities": {Entities: []graph.EntityID{Shanghai.ID, Radich.ID}}}
	var edgeScope, articleScope graph.ClaimScope
	for _, e := range edges.Items {
		edgeScope.Edges = append(edgeScope.Edges, e.ID)
	}
	for _, a := range Reference() {
		articleScope.Articles = append(articleScope.Articles, a.Article.ID)
	}
	scopes["edges"], scopes["articles"] = edgeScope, articleScope
	filters := map[string]graph.ClaimFilter{
		"all": {}, "types": {Types: []graph.EdgeType{graph.TwinnedWith}}, "figures": {Figures: []graph.FigureType{graph.TwinCount}},
		"denied": {Modalities: []graph.Modality{graph.Denied}}, "langs": {Langs: []string{"zh"}},
		"sources": {Sources: []string{"sample-copy"}}, "confidence": {MinConfidence: 0.85},
	}
	for scopeName, scope := range scopes {
		for name, f := range filters {
			sameBoth(t, scopeName+" "+name, store, oracle, func(r graph.Reader) ([]graph.List[graph.Claim], error) {
				return r.FindClaims(ctx, scope, f, graph.Page{Limit: 5, WithTotal: true})
			})
		}
	}
	var claims []graph.ClaimID
	for _, a := range Reference() {
		for _, c := range a.Claims {
			claims = append(claims, c.ID)
		}
	}
	sameBoth(t, "claims by id", store, oracle, func(r graph.Reader) ([]graph.Claim, error) { return r.Claims(ctx, append(claims, "claim:0")) })
	retract(t, store, day(2), Reference()[0].Article.ID)
	retract(t, oracle, day(2), Reference()[0].Article.ID)
	sameBoth(t, "retracted claims by id", store, oracle, func(r graph.Reader) ([]graph.Claim, error) { return r.Claims(ctx, claims) })
	sameBoth(t, "assertions", store, oracle, func(r graph.Reader) ([]graph.Record, error) {
		return r.Assertions(ctx, append(articleScope.Articles, "article:0"))
	})
}

func asOf(t *testing.T, open Open) {
	store, oracle := open(t), NewMemory()
	ref := Reference()
	for _, s := range []graph.Writer{store, oracle} {
		apply(t, s, day(1), ref[:3]...)
		apply(t, s, day(3), ref[3:]...)
		retract(t, s, day(5), ref[2].Article.ID, ref[3].Article.ID)
		apply(t, s, day(7), ref[2])
	}
	ctx := context.Background()
	for _, at := range []time.Time{day(0), day(1), day(2), day(4), day(5), day(6), day(7), day(8)} {
		what := "as of " + at.Format(time.DateOnly)
		sameBoth(t, what+" nodes", store, oracle, func(r graph.Reader) (graph.List[graph.Node], error) {
			return r.FindNodes(ctx, graph.NodeFilter{AsOf: at, Order: graph.ByDegree}, graph.Page{Limit: 8, WithTotal: true})
		})
		sameBoth(t, what+" node", store, oracle, func(r graph.Reader) ([]graph.Node, error) {
			return r.Nodes(ctx, []graph.EntityID{Shanghai.ID, Radich.ID}, at)
		})
		f := graph.EdgeFilter{AsOf: at, Order: graph.BySupport, ValidAt: graph.Date{Value: "2024"}}
		sameBoth(t, what+" edges", store, oracle, func(r graph.Reader) ([]graph.List[graph.Edge], error) {
			return r.FindEdges(ctx, []graph.EntityID{Shanghai.ID, Radich.ID}, f, graph.Page{Limit: 3, WithTotal: true})
		})
		sameBoth(t, what+" counts", store, oracle, func(r graph.Reader) ([][]graph.EdgeCount, error) {
			return r.CountEdges(ctx, []graph.EntityID{Shanghai.ID}, graph.EdgeFilter{AsOf: at})
		})
		sameBoth(t, what+" claims", store, oracle, func(r graph.Reader) ([]graph.List[graph.Claim], error) {
			return r.FindClaims(ctx, graph.ClaimScope{Entities: []graph.EntityID{Shanghai.ID}}, graph.ClaimFilter{AsOf: at}, graph.Page{})
		})
		sameBoth(t, what+" articles", store, oracle, func(r graph.Reader) (graph.List[graph.Article], error) {
			return r.FindArticles(ctx, graph.ArticleFilter{AsOf: at}, graph.Page{})
		})
	}
}

func limits(t *testing.T, open Open) {
	store, _ := loaded(t, open)
	ctx := context.Background()
	tooMany := make([]graph.EntityID, graph.MaxIDs+1)
	checks := map[string]func() error{
		"MaxScan": func() error {
			_, err := store.FindNodes(ctx, graph.NodeFilter{}, graph.Page{Limit: graph.MaxScan + 1})
			return err
		},
		"MaxIDs": func() error { _, err := store.Nodes(ctx, tooMany, noTime); return err },
		"MaxIDs of edges": func() error {
			_, err := store.FindEdges(ctx, tooMany, graph.EdgeFilter{}, graph.Page{})
			return err
		},
		"MaxIDs of claims": func() error {
			_, err := store.FindClaims(ctx, graph.ClaimScope{Entities: tooMany}, graph.ClaimFilter{}, graph.Page{})
			return err
		},
		"MaxBatch": func() error {
			_, err := store.Apply(ctx, graph.Batch{Retract: make([]graph.ArticleID, graph.MaxBatch+1)}, day(1))
			return err
		},
	}
	for name, check := range checks {
		if err := check(); !errors.Is(err, graph.ErrLimit) {
			t.Errorf("%s + 1: error %v, want ErrLimit", name, err)
		}
	}
	if _, err := store.FindNodes(ctx, graph.NodeFilter{}, graph.Page{Limit: graph.MaxScan}); err != nil {
		t.Errorf("MaxScan: %v", err)
	}
	if _, err := store.FindClaims(ctx, graph.ClaimScope{}, graph.ClaimFilter{}, graph.Page{}); !errors.Is(err, graph.ErrInvalid) {
		t.Errorf("claims of nothing: %v", err)
	}
	if _, err := store.FindNodes(ctx, graph.NodeFilter{}, graph.Page{Limit: -1}); !errors.Is(err, graph.ErrInvalid) {
		t.Errorf("negative limit: %v", err)
	}
}

func traversal(t *testing.T, open Open) {
	store, oracle := loaded(t, open)
	ctx := context.Background()
	ties := graph.EdgeFilter{Types: []graph.EdgeType{graph.TwinnedWith}}
	for depth := 1; depth <= 3; depth++ {
		sameBoth(t, fmt.Sprint("neighbourhood ", depth), store, oracle, func(r graph.Reader) (traverse.Subgraph, error) {
			return traverse.Neighborhood(ctx, r, []graph.EntityID{Cork.ID}, traverse.Options{Depth: depth})
		})
	}
	for name, o := range map[string]traverse.Options{"ties": {Filter: ties}, "all": {}, "shallow": {Filter: ties, Depth: 1}} {
		sameBoth(t, "paths "+name, store, oracle, func(r graph.Reader) (traverse.Paths, error) {
			return traverse.Shortest(ctx, r, Cork.ID, Lima.ID, 5, o)
		})
	}
	found := must[traverse.Paths](t)(traverse.Shortest(ctx, store, Cork.ID, Lima.ID, 1, traverse.Options{Filter: ties}))
	if len(found.Paths) != 1 || !slices.Equal(found.Paths[0].Nodes, []graph.EntityID{Cork.ID, Shanghai.ID, Lima.ID}) {
		t.Errorf("Cork to Lima: %v", found.Paths)
	}
}
