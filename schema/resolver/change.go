package resolver

import (
	"context"
	"strconv"
	"time"

	"citygraph/graph"
)

// ChangeFeed is one stretch of the feed of changes.
type ChangeFeed struct {
	Changes           []*Change
	since, next, head int64 // places; 0 before the first change
}

// Change is one thing that became known.
type Change struct {
	change graph.Change
	group  *changes
}

// changes is the group of all changes of one stretch.
type changes struct {
	shared
	ids []string
}

// ReadFeed reads the stretch of at most limit changes that comes after a cursor, nil for the
// first. A cursor of something else, or of another store that knows more, is an ErrBadCursor.
func ReadFeed(ctx context.Context, r graph.ChangeReader, since *string, limit int) (*ChangeFeed, error) {
	var after int64
	place, err := readCursor(feedList, since)
	if err == nil && since != nil {
		after, err = strconv.ParseInt(place.ID, 10, 64)
	}
	if err != nil || after < 0 {
		return nil, ErrBadCursor
	}
	rows, err := r.Changes(ctx, after, limit)
	if err != nil {
		return nil, err
	}
	if after > rows.Head {
		return nil, ErrBadCursor
	}
	feed := &ChangeFeed{Changes: []*Change{}, since: after, next: after, head: rows.Head}
	group := &changes{}
	for _, c := range rows.Changes {
		feed.Changes = append(feed.Changes, &Change{c, group})
		group.ids = append(group.ids, c.ID)
		feed.next = c.N
	}
	return feed, nil
}

// feedList is what the cursors of the feed are bound to: there is one feed, without a filter.
const feedList = "changes"

func feedCursor(n int64) string {
	return writeCursor(feedList, graph.Position{ID: strconv.FormatInt(n, 10)})
}

func knownCursor(n int64) *string {
	if n == 0 {
		return nil
	}
	text := feedCursor(n)
	return &text
}

// End is the empty stretch after the last change that is known.
func (f *ChangeFeed) End() *ChangeFeed {
	return &ChangeFeed{Changes: []*Change{}, since: f.head, next: f.head, head: f.head}
}

// Since is where the stretch begins.
func (f *ChangeFeed) Since() *string { return knownCursor(f.since) }

// Next is where to read on.
func (f *ChangeFeed) Next() *string { return knownCursor(f.next) }

// More says whether more is known already.
func (f *ChangeFeed) More() bool { return f.next < f.head }

// Latest is the place of the last change that is known.
func (f *ChangeFeed) Latest() *string { return knownCursor(f.head) }

// Cursor is the place in the feed.
func (c *Change) Cursor() string { return feedCursor(c.change.N) }

// At is the record time.
func (c *Change) At() time.Time { return c.change.At }

// Kind is what became of it.
func (c *Change) Kind() graph.ChangeKind { return c.change.Kind }

// ID is the id of the article, entity or edge.
func (c *Change) ID() string { return c.change.ID }

// Node is the article, entity or edge as it is now, loaded for the whole stretch.
func (c *Change) Node(ctx context.Context) (Node, error) {
	found, err := once(&c.group.shared, "node", func() (map[string]Node, error) {
		return loadAll(ctx, c.group.ids, scope{})
	})
	return found[c.change.ID], err
}

// Changes reads the feed.
func (Query) Changes(ctx context.Context, since *string, first *int) (*ChangeFeed, error) {
	r, err := reader(ctx)
	if err != nil {
		return nil, err
	}
	page, err := cut{first: first}.page(ctx, feedList)
	if err != nil {
		return nil, err
	}
	if err := ask(ctx, 1, page); err != nil {
		return nil, err
	}
	return ReadFeed(ctx, r, since, page.Limit)
}
