package eval

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"

	"golang.org/x/text/unicode/norm"

	"citygraph/graph"
	"citygraph/graph/derive"
	"citygraph/loader"
	"citygraph/loader/article"
	"citygraph/loader/lang"
)

// Pipeline takes an article through all stages; *loader.Pipeline is one.
type Pipeline interface {
	Extract(context.Context, article.Article) (loader.Extraction, error)
}

// Options of a run. The zero value lists errors and merges nobody.
type Options struct {
	// Totals leaves the error listing out.
	Totals bool
	// Rules, if set, judge over the whole set who is who, as a store has it done.
	Rules graph.Rules
}

// Run scores every article with facts that paths name: folders, and files one by one. An article
// that the pipeline refuses counts as quarantined, with all its facts missed. The error is a
// graph.ErrNotFound where a path holds no article with facts, a graph.ErrInvalid where a facts
// file is malformed.
func Run(ctx context.Context, paths []string, p Pipeline, opts Options) (Scores, error) {
	list, err := pairs(paths)
	if err != nil {
		return Scores{}, err
	}
	runs, err := extractAll(ctx, list, p)
	if err != nil {
		return Scores{}, err
	}
	scores := Scores{Set: setName(paths), All: *newPart(), Language: map[string]*Part{}, Blind: isBlind(list)}
	listing := !opts.Totals && !scores.Blind
	classes := classesOf(runs, opts.Rules)
	people := newIdentities()
	for _, r := range runs {
		a := r.score()
		tag := lang.Base(r.facts.Article.Lang)
		if scores.Language[tag] == nil {
			scores.Language[tag] = newPart()
		}
		scores.Language[tag].add(a.part)
		scores.All.add(a.part)
		people.add(a.gold, a.match, classes)
		if listing && len(a.errors.Missed)+len(a.errors.Wrong) > 0 {
			scores.Errors = append(scores.Errors, a.errors)
		}
	}
	scores.Identity = people.scores(listing)
	return scores, nil
}

// setName is the heading of the table: the path's last part, or how many paths there are.
func setName(paths []string) string {
	if len(paths) == 1 {
		return filepath.Base(filepath.Clean(paths[0]))
	}
	return fmt.Sprintf("%d paths", len(paths))
}

// isBlind reports whether an article lies in a folder that is to be scored by totals alone, by
// its path as given and without links.
func isBlind(list []pair) bool {
	for _, p := range list {
		real, err := filepath.EvalSymlinks(p.path)
		if err != nil {
			return true
		}
		for _, path := range []string{p.path, real} {
			absolute, err := filepath.Abs(path)
			if err != nil || strings.Contains(strings.ToLower(filepath.Dir(absolute)), "blind") {
				return true
			}
		}
	}
	return false
}

// articleRun is one article with what the pipeline made of it.
type articleRun struct {
	pair
	facts  Facts
	text   string // the article's file, NFC: what evidence must stand in
	result loader.Extraction
	failed error
}

// extractAll runs the pipeline over all articles, several at once, in the order of the list.
func extractAll(ctx context.Context, list []pair, p Pipeline) ([]articleRun, error) {
	runs := make([]articleRun, len(list))
	errs := make([]error, len(list))
	next := make(chan int)
	var wg sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		wg.Go(func() {
			for i := range next {
				runs[i], errs[i] = extractOne(ctx, list[i], p)
			}
		})
	}
	for i := range list {
		next <- i
	}
	close(next)
	wg.Wait()
	for _, err := range errs {
		if err != nil {
			return nil, err
		}
	}
	return runs, nil
}

func extractOne(ctx context.Context, p pair, pipeline Pipeline) (articleRun, error) {
	facts, err := p.facts()
	if err != nil {
		return articleRun{}, err
	}
	r := articleRun{pair: p, facts: facts}
	raw, err := os.ReadFile(p.path)
	if err != nil {
		return r, fmt.Errorf("eval: %w", err)
	}
	r.text = norm.NFC.String(string(raw))
	for a, err := range article.Read(ctx, []string{p.path}, article.Options{}) {
		if err != nil {
			return r, fmt.Errorf("eval: %w", err)
		}
		r.result, r.failed = pipeline.Extract(ctx, a)
		break
	}
	return r, nil
}

// classesOf judges who is who by what all articles of the set tell.
func classesOf(runs []articleRun, rules graph.Rules) graph.Classes {
	if rules == nil {
		return graph.Classes{}
	}
	var profiles derive.Profiles
	for _, r := range runs {
		if r.failed == nil {
			profiles.Add(r.result.Assertion)
		}
	}
	return graph.NewClasses(rules(profiles.List()))
}
