package graph

import (
	"context"
	"time"
)

// Direction is how an edge lies at the node it is read from.
type Direction string

// The directions. A symmetric type is found by all three.
const (
	Both Direction = ""
	Out  Direction = "OUT"
	In   Direction = "IN"
)

// Order is the total order of a list; ties are broken by ascending id.
type Order string

// The orders. ByID ascends. ByName ascends by Main's name key. ByDegree, ByDate (best date,
// unknown ones last), BySupport and ByMatch descend. ByMatch needs NodeFilter.Name: an equal
// name key before one that begins so, before one that holds all the words; then degree.
const (
	ByID      Order = ""
	ByName    Order = "NAME"
	ByDegree  Order = "DEGREE"
	ByMatch   Order = "MATCH"
	ByDate    Order = "DATE"
	BySupport Order = "SUPPORT"
)

// Position is a place in an ordered list: the sort value of an item as text, and its id.
// Positions are only meaningful for the same filter and order.
type Position struct {
	Value string
	ID    string
}

// IsZero reports whether the position is unset.
func (p Position) IsZero() bool { return p == Position{} }

// Page cuts a list. The zero Page is the first DefaultPage items. With Backward the page is
// the last Limit items before Before (or of the list), still in list order.
type Page struct {
	Limit     int // 0: DefaultPage; above MaxScan: a LimitError
	After     Position
	Before    Position
	Backward  bool
	WithTotal bool // count the whole list, at its cost
}

// List is one page of a list, in order.
type List[T any] struct {
	Items     []T
	Positions []Position // one an item
	HasNext   bool       // more items after the last
	HasPrev   bool       // more items before the first
	Total     int        // exact size of the whole list where the page asked for it, else -1
}

// NodeFilter selects nodes; all that is set must hold. The zero filter selects every node.
type NodeFilter struct {
	Types   []EntityType
	Kinds   []string
	Country EntityID // of a place or a located institution
	Region  EntityID
	// Name is a name key (graph/namekey); nodes with a matching name of any script are found.
	Name      string
	Match     NameMatch
	GeoNames  int64
	ISO       string
	Status    []Status // of agreements and events
	Date      Date     // of agreements and events: overlaps
	Topics    []Topic  // any of them
	MinDegree int
	AsOf      time.Time // record time; zero: now
	Order     Order
}

// NameMatch is how NodeFilter.Name is compared; a wider match includes the narrower.
type NameMatch string

// The name matches.
const (
	MatchWords  NameMatch = "" // a name holds all words (Han: all characters, in any order)
	MatchPrefix NameMatch = "PREFIX"
	MatchExact  NameMatch = "EXACT"
)

// EdgeFilter selects edges; all that is set must hold. The zero filter selects every edge. An
// article tells of an edge where one of its claims belongs to it, be it to deny it.
type EdgeFilter struct {
	Types         []EdgeType
	Direction     Direction // only with nodes to read from
	Others        []EntityID
	OtherTypes    []EntityType // type of the far end (of either end where no node is read from)
	Tiers         []Tier
	Statuses      []Status
	Modalities    []Modality
	Offices       []Office
	Topics        []Topic  // any of them
	Langs         []string // of an article that tells of it, as in ClaimFilter
	Sources       []string // of an article that tells of it; with Langs, of the same one
	Date          Date     // best date overlaps; undated edges fail
	ValidAt       Date     // Edge.HoldsAt
	MinConfidence float64
	MinSupport    int
	AsOf          time.Time // record time; zero: now
	Order         Order     // ByID, ByDate, BySupport
}

// ClaimFilter selects claims; all that is set must hold.
type ClaimFilter struct {
	Types         []EdgeType
	Figures       []FigureType
	Modalities    []Modality
	Langs         []string // of the article; "zh" also selects "zh-Hans"
	Sources       []string
	MinConfidence float64
	AsOf          time.Time // record time; zero: now
}

// ClaimScope is what claims are read for: the claims of edges, those with an entity as subject
// or object, or those of articles. Exactly one list is set; FindClaims answers one List each.
type ClaimScope struct {
	Edges    []EdgeID
	Entities []EntityID
	Articles []ArticleID
}

// JudgementFilter selects judgements; all that is set must hold.
type JudgementFilter struct {
	Entity   EntityID // either of the two
	Verdicts []Verdict
	By       Judge
}

// ArticleFilter selects articles; the zero filter selects every current article.
type ArticleFilter struct {
	Mentions EntityID
	Langs    []string
	Sources  []string
	URL      string
	From, To string // publication date, inclusive, YYYY[-MM[-DD]]
	AsOf     time.Time
	Order    Order // ByID, ByDate
}

// EdgeCount is how many edges of a type lie at a node.
type EdgeCount struct {
	Type  EdgeType
	Count int
}

// Record is an assertion with its record time.
type Record struct {
	Assertion
	Recorded  time.Time
	Retracted time.Time // zero while current
}

// NodeReader reads nodes.
type NodeReader interface {
	// Nodes returns the nodes that exist, in the order of ids, each once; for an id that was
	// joined, the survivor, which names it in MergedFrom.
	Nodes(ctx context.Context, ids []EntityID, asOf time.Time) ([]Node, error)
	FindNodes(ctx context.Context, f NodeFilter, p Page) (List[Node], error)
	// NearWords returns, for each word of a name key, the words in names of the present graph
	// that a typing mistake may have turned into it, as Nearest picks them; at most MaxPage
	// words. A word that is no word of text (Han is read by the character) has none.
	NearWords(ctx context.Context, words []string) ([][]string, error)
}

// EdgeReader reads edges.
type EdgeReader interface {
	// Edges returns the edges that exist, in the order of ids, each once.
	Edges(ctx context.Context, ids []EdgeID, asOf time.Time) ([]Edge, error)
	// FindEdges returns one list for each node of at, in that order; with no node, one list
	// over the whole graph. The same page applies to every list.
	FindEdges(ctx context.Context, at []EntityID, f EdgeFilter, p Page) ([]List[Edge], error)
	// CountEdges returns, for each node of at, its edges by type, in ontology order, without
	// types that have none.
	CountEdges(ctx context.Context, at []EntityID, f EdgeFilter) ([][]EdgeCount, error)
}

// ClaimReader reads what edges rest on.
type ClaimReader interface {
	// Claims returns the claims that exist, retracted ones included, in the order of ids.
	Claims(ctx context.Context, ids []ClaimID) ([]Claim, error)
	// FindClaims returns one list for each member of the scope, in order of claim id.
	FindClaims(ctx context.Context, s ClaimScope, f ClaimFilter, p Page) ([]List[Claim], error)
}

// ArticleReader reads articles and all that they assert.
type ArticleReader interface {
	// Articles returns the current articles that exist, in the order of ids, each once.
	Articles(ctx context.Context, ids []ArticleID) ([]Article, error)
	FindArticles(ctx context.Context, f ArticleFilter, p Page) (List[Article], error)
	// Assertions returns everything that the articles assert, in the order of ids; an article
	// without a current assertion is left out.
	Assertions(ctx context.Context, ids []ArticleID) ([]Record, error)
}

// IdentityReader reads which entities are held to be one.
type IdentityReader interface {
	// FindJudgements returns what is judged now, in order of Judgement.Key.
	FindJudgements(ctx context.Context, f JudgementFilter, p Page) (List[Judgement], error)
}

// ChangeReader reads what became known, and when.
type ChangeReader interface {
	// Changes returns the changes that come after a place in the feed, at most limit of them (0:
	// DefaultPage; above MaxScan: a LimitError); after 0 it begins with the first. Rebuild
	// changes nothing that is known, and what a store held before it kept a feed is not in it.
	Changes(ctx context.Context, after int64, limit int) (Feed, error)
}

// Reader is all of reading. It is safe for concurrent use. An id that was joined with others is
// read as its survivor everywhere: nodes, edges and claims carry survivors' ids alone, and only
// Assertions tells what an article asserted itself.
type Reader interface {
	IdentityReader
	NodeReader
	EdgeReader
	ClaimReader
	ArticleReader
	ChangeReader
	// Stats counts what the store holds.
	Stats(ctx context.Context) (Stats, error)
}

// Stats counts what a store holds now.
type Stats struct {
	Articles int                `json:"articles"`
	Claims   int                `json:"claims"`
	Nodes    map[EntityType]int `json:"nodes"`
	Edges    map[EdgeType]int   `json:"edges"`
	Langs    map[string]int     `json:"langs"`
	LastLoad time.Time          `json:"lastLoad"` // zero where nothing was loaded
	Figures  map[FigureType]int `json:"figures"`
}
