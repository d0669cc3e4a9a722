package identity

import (
	"slices"
	"strings"

	"citygraph/graph"
	"citygraph/graph/namekey"
)

// What the parts of an institution's score are worth.
const (
	samePlace = 0.50
	sameHead  = 0.45
)

// described is an institution whose name is nothing but a kind of body and a place.
type described struct {
	id      graph.EntityID
	sense   string
	place   graph.EntityID
	kind    string
	script  script
	several bool // a place may have several of the kind
}

func (r *Rules) judgeInstitutions(profiles []graph.Profile, note func(graph.Judgement)) {
	type key struct {
		sense, kind string
		place       graph.EntityID
	}
	blocks := map[key][]described{}
	for _, p := range profiles {
		if p.Type != graph.Institution {
			continue
		}
		for _, d := range r.describe(p) {
			k := key{d.sense, d.kind, d.place}
			blocks[k] = append(blocks[k], d)
		}
	}
	for k, list := range blocks {
		list = list[:min(len(list), maxBlock)]
		for i, a := range list {
			for _, b := range list[i+1:] {
				if a.id == b.id || a.several && a.script == b.script || r.known(a.id) && r.known(b.id) {
					continue
				}
				j, ok := verdict(a.id, b.id, part{samePlace, "one place: " + string(k.place)}, part{sameHead, "one kind of body: " + k.sense})
				if ok {
					note(j)
				}
			}
		}
	}
}

// known reports whether the gazetteer has the institution itself.
func (r *Rules) known(id graph.EntityID) bool {
	_, ok := r.gazetteer.Place(id)
	return ok
}

// describe reads each name of an institution as a kind of body and a place.
func (r *Rules) describe(p graph.Profile) []described {
	var out []described
	for _, n := range p.Names {
		key := namekey.Fold(n.Text)
		for _, h := range r.heads {
			rest, ok := h.strip(key)
			if !ok || h.Kind != p.Kind {
				continue
			}
			place := r.placeNamed(rest, p)
			d := described{p.ID, h.Sense, place, p.Kind, scriptOf([]string{key}), h.Several}
			if place != "" && !slices.Contains(out, d) {
				out = append(out, d)
			}
			break // the longest head that fits is the one
		}
	}
	return out
}

// placeNamed returns the place that a text names, as far as what is known of the institution
// allows it.
func (r *Rules) placeNamed(text string, p graph.Profile) graph.EntityID {
	if text == "" {
		return ""
	}
	for _, c := range r.gazetteer.Lookup(text) {
		if !c.ID.TypeOf().IsPlace() || p.Country != "" && r.gazetteer.CountryOf(c.ID) != p.Country {
			continue
		}
		return c.ID
	}
	return ""
}

// strip takes the head off a name and returns what is left, without the words that join them.
func (h head) strip(key string) (string, bool) {
	for _, w := range h.forms {
		rest, ok := cutWord(key, w)
		if !ok {
			continue
		}
		words := slices.DeleteFunc(strings.Fields(rest), func(s string) bool { return slices.Contains(h.joints, s) })
		return strings.Join(words, " "), true
	}
	return "", false
}

// cutWord takes a word off the beginning or the end of a key; in a script with spaces it must
// be a word of its own.
func cutWord(key, word string) (string, bool) {
	if scriptOf([]string{word}) == han {
		return strings.CutSuffix(key, word)
	}
	if rest, ok := strings.CutPrefix(key, word+" "); ok {
		return rest, true
	}
	return strings.CutSuffix(key, " "+word)
}
