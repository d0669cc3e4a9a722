package claim

import (
	"fmt"
	"strconv"
	"strings"

	"citygraph/graph"
)

// step is one position of a compiled pattern.
type step struct {
	mask     mask
	words    words
	gap      int // > 0: up to so many words, mask unused
	optional bool
	least    int // arguments that the element has at least
	most     int // and at most; 0: no limit
	role     string
	ahead    bool // must follow, and does not belong to the match
}

// pattern is a compiled pattern: the anchor, and the steps on its two sides outward from it.
type pattern struct {
	anchor      step
	left, right []step
}

// compile reads a pattern in the language of the package comment.
func (p *pack) compile(src string) (pattern, error) {
	var out pattern
	found := false
	for _, field := range strings.Fields(src) {
		anchor := strings.HasPrefix(field, "!")
		s, err := p.step(strings.TrimPrefix(field, "!"))
		switch {
		case err != nil:
			return pattern{}, err
		case anchor && found:
			return pattern{}, fmt.Errorf("%w: pattern %q has two anchors", graph.ErrInvalid, src)
		case anchor:
			out.anchor, found = s, true
		case found:
			out.right = append(out.right, s)
		default:
			out.left = append([]step{s}, out.left...)
		}
	}
	if !found {
		return pattern{}, fmt.Errorf("%w: pattern %q has no anchor", graph.ErrInvalid, src)
	}
	return out, nil
}

func (p *pack) step(field string) (step, error) {
	if words, ok := strings.CutPrefix(field, "~"); ok {
		n, err := strconv.Atoi(words)
		if err != nil || n < 1 {
			return step{}, fmt.Errorf("%w: gap %q", graph.ErrInvalid, field)
		}
		return step{gap: n}, nil
	}
	s := step{least: 1}
	field, s.ahead = strings.CutPrefix(field, ">")
	field, s.role, _ = strings.Cut(field, ":")
	field, s.optional = strings.CutSuffix(field, "?")
	if rest, ok := strings.CutSuffix(field, "{2}"); ok {
		field, s.least = rest, 2
	}
	if rest, ok := strings.CutSuffix(field, "{=2}"); ok {
		field, s.least, s.most = rest, 2, 2
	}
	for _, name := range strings.Split(field, "|") {
		m, w, ok := p.class(name)
		if !ok {
			return step{}, fmt.Errorf("%w: unknown class %q", graph.ErrInvalid, name)
		}
		s.mask, s.words = s.mask|m, s.words|w
	}
	return s, nil
}

// class returns a class by name: a built-in one, or one of the lexicon.
func (p *pack) class(name string) (mask, words, bool) {
	if m, ok := builtin(name); ok {
		return m, 0, true
	}
	w, ok := p.classes[name]
	return 0, w, ok
}
