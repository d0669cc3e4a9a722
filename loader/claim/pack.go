package claim

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"citygraph/graph"
	"citygraph/graph/namekey"
	"citygraph/loader/lang"
)

// rule is a compiled rule of a pack.
type rule struct {
	*lang.Rule
	pattern  pattern
	bar      mask
	barWords words
	frame    frame
	isLate   bool
}

// pack is a language pack made ready: read-only, safe for concurrent use.
type pack struct {
	version    string
	classes    map[string]words
	lexicon    lexicon
	entryMask  map[*lang.Entry]words
	prefixes   []string // longest first
	prefixMask map[string]words
	enclitics  []string
	restore    [][2]string             // end of a word before an enclitic, and by itself
	levels     [frameLevel + 1][]*rule // in the order of the file
	topics     lexicon
	memo       map[string]string   // of key, while one article is read; nil on the shared pack
	tried      map[classes][]*rule // likewise, of anchored
	met        map[word][]way      // likewise, of ways
}

func newPack(src *lang.Pack) (*pack, error) {
	c := &src.Claims
	if err := c.Check(); err != nil {
		return nil, err
	}
	p := &pack{
		version: c.Version, classes: map[string]words{}, entryMask: map[*lang.Entry]words{},
		prefixMask: map[string]words{},
	}
	for _, tail := range src.Language.Enclitics {
		if key := namekey.Fold(tail); utf8.RuneCountInString(key) > 1 { // one letter ends too many words
			p.enclitics = append(p.enclitics, key)
		}
	}
	for _, end := range slices.Sorted(maps.Keys(src.Language.Restore)) {
		p.restore = append(p.restore, [2]string{namekey.Fold(end), namekey.Fold(src.Language.Restore[end])})
	}
	if err := p.addClasses(c); err != nil {
		return nil, err
	}
	for i := range c.Lexicon {
		e := &c.Lexicon[i]
		for _, name := range e.Class {
			p.entryMask[e] |= p.classes[name]
		}
		for _, w := range e.Words {
			p.lexicon.add(p.keys(w), e)
		}
	}
	for topic, words := range c.Topics {
		e := &lang.Entry{Set: map[string]string{"topic": string(topic)}}
		for _, w := range words {
			p.topics.add(p.keys(w), e)
		}
	}
	return p, p.addRules(c)
}

// usedClasses lists the classes of the lexicon that a frame, pattern or bar names.
func usedClasses(c *lang.Claims) []string {
	have := map[string]bool{}
	for _, e := range c.Lexicon {
		for _, name := range e.Class {
			have[name] = true
		}
	}
	for _, classes := range c.Prefixes {
		for _, name := range classes {
			have[name] = true
		}
	}
	// a class without words takes no bit: nothing is ever of it
	names := slices.DeleteFunc(wellKnown(), func(name string) bool { return !have[name] })
	for _, r := range c.Rules {
		words := strings.FieldsFunc(r.Pattern, func(c rune) bool { return strings.ContainsRune(" |!?:", c) })
		for _, name := range append(append(words, r.Bar...), r.Set["context"]) {
			if have[name] {
				names = append(names, name)
			}
		}
	}
	return names
}

// addClasses gives every class that is used a bit.
func (p *pack) addClasses(c *lang.Claims) error {
	for _, name := range usedClasses(c) {
		if _, ok := p.classes[name]; ok {
			continue
		}
		if bit := len(p.classes); bit < 64 {
			p.classes[name] = 1 << bit
			continue
		}
		return fmt.Errorf("%w: more than 64 classes", graph.ErrInvalid)
	}
	for letters, classes := range c.Prefixes {
		key := namekey.Fold(letters)
		p.prefixes = append(p.prefixes, key)
		for _, name := range classes {
			p.prefixMask[key] |= p.classes[name]
		}
	}
	slices.SortFunc(p.prefixes, func(a, b string) int {
		if len(a) != len(b) {
			return len(b) - len(a)
		}
		return strings.Compare(a, b)
	})
	return nil
}

func (p *pack) addRules(c *lang.Claims) error {
	var errs []error
	for i := range c.Rules {
		r := &rule{Rule: &c.Rules[i]}
		f, ok := frames()[r.Frame]
		if !ok {
			errs = append(errs, fmt.Errorf("%w: rule %s: no frame %q", graph.ErrInvalid, r.Name, r.Frame))
			continue
		}
		r.frame, r.isLate = f, r.late()
		var err error
		if r.pattern, err = p.compile(r.Pattern); err != nil {
			errs = append(errs, fmt.Errorf("rule %s: %w", r.Name, err))
		}
		for _, name := range r.Bar {
			m, w, ok := p.class(name)
			if !ok {
				errs = append(errs, fmt.Errorf("%w: rule %s bars unknown class %q", graph.ErrInvalid, r.Name, name))
			}
			r.bar, r.barWords = r.bar|m, r.barWords|w
		}
		p.levels[f.level] = append(p.levels[f.level], r)
	}
	return errors.Join(errs...)
}

// word is one that a lexicon was asked for.
type word struct {
	of  *lexicon
	key string
}

// forArticle returns the pack with a memo of its own: the words of one text repeat.
func (p *pack) forArticle() *pack {
	own := *p
	own.memo, own.met = make(map[string]string, 256), make(map[word][]way, 256)
	own.tried = map[classes][]*rule{}
	return &own
}

// classes are all that an element is.
type classes struct {
	mask  mask
	words words
}

// anchored lists the rules of the last level that the element could be the anchor of.
func (p *pack) anchored(e *element) []*rule {
	k := classes{e.mask, e.words}
	list, ok := p.tried[k]
	if ok {
		return list
	}
	for _, r := range p.levels[frameLevel] {
		if r.pattern.anchor.touches(e) {
			list = append(list, r)
		}
	}
	p.tried[k] = list
	return list
}

// key is the form in which words are compared.
func (p *pack) key(s string) string {
	if simple(s) {
		return strings.ToLower(s)
	}
	if key, ok := p.memo[s]; ok {
		return key
	}
	key := namekey.Fold(s)
	if p.memo != nil {
		p.memo[s] = key
	}
	return key
}

// simple reports a word of ASCII letters and digits, which the normaliser only lowers.
func simple(s string) bool {
	for i := range len(s) {
		if c := s[i]; (c < 'a' || c > 'z') && (c < 'A' || c > 'Z') && (c < '0' || c > '9') {
			return false
		}
	}
	return true
}

func (p *pack) keys(phrase string) []string {
	var out []string
	for _, t := range p.tokens(phrase, 0, len(phrase)) {
		if t.mask == 0 {
			out = append(out, t.key)
		}
	}
	return out
}
