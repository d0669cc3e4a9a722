package loader

import (
	"fmt"

	"citygraph/graph"
	"citygraph/loader/lang"
)

// Counts says what became of the records that were read. Each is counted once.
type Counts struct {
	Read        int `json:"read"`
	Loaded      int `json:"loaded"`    // new to the store
	Replaced    int `json:"replaced"`  // a changed version of one that was there
	Unchanged   int `json:"unchanged"` // there already
	Duplicate   int `json:"duplicate"` // another version of it, or the same, was loaded in this run
	Quarantined int `json:"quarantined"`
}

func (c *Counts) outcome(o graph.Outcome, n int) {
	switch o {
	case graph.Loaded:
		c.Loaded += n
	case graph.Replaced:
		c.Replaced += n
	case graph.Unchanged:
		c.Unchanged += n
	}
}

func (c Counts) sum() int {
	return c.Loaded + c.Replaced + c.Unchanged + c.Duplicate + c.Quarantined
}

// Report is what a load did.
type Report struct {
	Counts
	// OtherShard and Skipped are not read: articles of another shard, and files of no known
	// format in folders.
	OtherShard int `json:"otherShard"`
	Skipped    int `json:"skipped"`
	// Languages counts by primary language tag; "und" holds what was not read far enough to
	// tell.
	Languages map[string]*Counts       `json:"languages"`
	Reasons   map[Reason]int           `json:"reasons"` // of quarantined records
	Drops     map[graph.DropReason]int `json:"drops"`   // of what stages found and did not keep
	Entities  int                      `json:"entities"`
	Claims    int                      `json:"claims"`
	Batches   int                      `json:"batches"`
}

func newReport() Report {
	return Report{Languages: map[string]*Counts{}, Reasons: map[Reason]int{}, Drops: map[graph.DropReason]int{}}
}

// Reconcile returns an error where a record was lost or counted twice. What was read but not
// yet written when a run was broken off counts in neither, so it holds for every run.
func (r Report) Reconcile() error {
	if r.Read != r.sum() {
		return fmt.Errorf("loader: read %d, but accounted for %d", r.Read, r.sum())
	}
	quarantined := 0
	for _, n := range r.Reasons {
		quarantined += n
	}
	if r.Quarantined != quarantined {
		return fmt.Errorf("loader: quarantined %d, but with reasons %d", r.Quarantined, quarantined)
	}
	return nil
}

// language returns the counts of a language.
func (r *Report) language(tag string) *Counts {
	if tag == "" {
		tag = "und"
	}
	tag = lang.Base(tag)
	if r.Languages[tag] == nil {
		r.Languages[tag] = &Counts{}
	}
	return r.Languages[tag]
}

func (r *Report) quarantined(q Quarantine) {
	for _, c := range []*Counts{&r.Counts, r.language(q.Lang)} {
		c.Read++
		c.Quarantined++
	}
	r.Reasons[q.Reason]++
}

func (r *Report) duplicate(tag string) {
	for _, c := range []*Counts{&r.Counts, r.language(tag)} {
		c.Read++
		c.Duplicate++
	}
}

func (r *Report) outcome(tag string, o graph.Outcome) {
	for _, c := range []*Counts{&r.Counts, r.language(tag)} {
		c.Read++
		c.outcome(o, 1)
	}
}

// superseded turns an outcome counted before into a duplicate: a better version came later.
func (r *Report) superseded(tag string, o graph.Outcome) {
	for _, c := range []*Counts{&r.Counts, r.language(tag)} {
		c.outcome(o, -1)
		c.Duplicate++
	}
}
