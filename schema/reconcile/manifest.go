package reconcile

import (
	"context"
	"net/http"
	"strings"

	"citygraph/graph"
)

// entry is a type, a property or an entity with what tells it from its like.
type entry struct {
	ID          string  `json:"id"`
	Name        string  `json:"name"`
	Description string  `json:"description,omitempty"`
	Notable     []entry `json:"notable,omitempty"` // types of an entity
}

// found is the answer of the suggest services.
type found struct {
	Result []entry `json:"result"`
}

// manifest says what the service can do. Addresses in it are those that the request came by.
func (s Service) manifest(r *http.Request) any {
	scheme := "http"
	if r.TLS != nil || r.Header.Get("X-Forwarded-Proto") == "https" {
		scheme = "https"
	}
	host := scheme + "://" + r.Host
	service := func(path string) any { return map[string]string{"service_url": host + s.Path, "service_path": path} }
	return map[string]any{
		"versions": []string{"0.2"}, "name": "citygraph",
		"identifierSpace": host + "/entity/", "schemaSpace": host + "/schema.graphql",
		"view":         map[string]string{"url": host + "/entity/{{id}}"},
		"defaultTypes": types(),
		"suggest":      map[string]any{"entity": service("/suggest/entity"), "type": service("/suggest/type"), "property": service("/suggest/property")},
		"extend":       map[string]any{"propose_properties": service("/properties"), "property_settings": []any{}},
	}
}

func types() []entry {
	var list []entry
	for _, t := range graph.EntityTypes() {
		list = append(list, typeEntry(t))
	}
	return list
}

func typeEntry(t graph.EntityType) entry { return entry{ID: string(t), Name: string(t)} }

func suggestTypes(_ context.Context, r *http.Request) (any, error) {
	return beginning(types(), r.FormValue("prefix")), nil
}

func suggestProperties(_ context.Context, r *http.Request) (any, error) {
	return beginning(propertyEntries(""), r.FormValue("prefix")), nil
}

func propertyEntries(t graph.EntityType) []entry {
	list := []entry{}
	for _, p := range properties() {
		if p.fits(t) {
			list = append(list, entry{ID: p.id, Name: p.name})
		}
	}
	return list
}

// beginning keeps the entries with a word of name or id that begins so, whatever the case.
func beginning(list []entry, prefix string) found {
	kept := []entry{}
	for _, e := range list {
		words := " " + strings.ToLower(e.Name+" "+e.ID)
		if strings.Contains(words, " "+strings.ToLower(prefix)) {
			kept = append(kept, e)
		}
	}
	return found{kept[:min(len(kept), MaxShown)]}
}

// propose lists the properties of a type.
func propose(_ context.Context, r *http.Request) (any, error) {
	t := graph.EntityType(r.FormValue("type"))
	return map[string]any{"properties": propertyEntries(t), "type": string(t)}, nil
}
