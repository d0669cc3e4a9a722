package derive

import (
	"slices"
	"strings"

	"citygraph/graph"
)

// Profiles gathers what the rules of identity read. The zero Profiles is empty and ready.
type Profiles struct {
	of map[graph.EntityID]*profile
}

type profile struct {
	graph.Profile
	posts map[graph.Post]graph.Post // by the post without its days
	names map[graph.Name]bool
}

// Add takes what one article tells of people and institutions.
func (p *Profiles) Add(a graph.Assertion) {
	for _, e := range a.Entities {
		p.Describe(e)
	}
	for _, c := range a.Claims {
		p.Claim(c)
	}
}

// Describe takes one description; those of other entities are passed over.
func (p *Profiles) Describe(e graph.Entity) {
	of := p.get(e.ID)
	if of == nil {
		return
	}
	for _, n := range e.Names {
		of.names[n] = true
	}
	if e.Kind != "" && (of.Kind == "" || e.Kind < of.Kind) {
		of.Kind = e.Kind
	}
	if e.Country != "" && (of.Country == "" || e.Country < of.Country) {
		of.Country = e.Country
	}
}

// Claim takes one claim; those that tell of no post, or deny it, are passed over.
func (p *Profiles) Claim(c graph.Claim) {
	if c.Type != graph.HoldsOffice && c.Type != graph.LocatedIn || c.Modality == graph.Denied {
		return
	}
	of := p.get(c.Subject)
	if of == nil {
		return
	}
	key := graph.Post{Type: c.Type, At: c.Object, Office: c.Office, PostedTo: c.PostedTo, Former: c.Former}
	post, known := of.posts[key]
	if !known {
		post = key
	}
	for _, day := range []string{c.Asserted, c.Date.SortKey()} {
		if day == "" {
			continue
		}
		if post.First == "" || day < post.First {
			post.First = day
		}
		post.Last = max(post.Last, day)
	}
	of.posts[key] = post
}

func (p *Profiles) get(id graph.EntityID) *profile {
	t := id.TypeOf()
	if t != graph.Person && t != graph.Institution {
		return nil
	}
	of := p.of[id]
	if of == nil {
		of = &profile{
			Profile: graph.Profile{ID: id, Type: t},
			posts:   map[graph.Post]graph.Post{}, names: map[graph.Name]bool{},
		}
		if p.of == nil {
			p.of = map[graph.EntityID]*profile{}
		}
		p.of[id] = of
	}
	return of
}

// List returns the profiles in order of id.
func (p *Profiles) List() []graph.Profile {
	out := make([]graph.Profile, 0, len(p.of))
	for _, of := range p.of {
		one := of.Profile
		for n := range of.names {
			one.Names = append(one.Names, n)
		}
		slices.SortFunc(one.Names, graph.CompareNames)
		for _, post := range of.posts {
			one.Posts = append(one.Posts, post)
		}
		slices.SortFunc(one.Posts, comparePosts)
		out = append(out, one)
	}
	slices.SortFunc(out, func(a, b graph.Profile) int { return strings.Compare(string(a.ID), string(b.ID)) })
	return out
}

func comparePosts(a, b graph.Post) int {
	key := func(p graph.Post) []string {
		former := ""
		if p.Former {
			former = "former"
		}
		return []string{string(p.Type), string(p.At), string(p.Office), string(p.PostedTo), former}
	}
	return slices.Compare(key(a), key(b))
}
