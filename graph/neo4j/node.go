package neo4j

import (
	"encoding/json"
	"fmt"
	"strings"

	"citygraph/graph"
)

// nodeProps are the properties of an entity's node. Names stand in three lists of one length;
// tokens hold each name key as the full-text index reads it.
func nodeProps(n graph.Node) props {
	var names, langs, keys, tokens []any
	for _, name := range n.Names {
		names, langs, keys = append(names, name.Text), append(langs, name.Lang), append(keys, name.Key)
		tokens = append(tokens, strings.Join(graph.NameTokens(name.Key), " "))
	}
	return props{"id": string(n.ID), "type": string(n.Type), "name": n.Main, "mainKey": n.MainKey(), "degree": n.Degree, "articles": n.Articles}.
		withList("names", names).withList("langs", langs).withList("keys", keys).withList("tokens", tokens).
		with("geonames", n.GeoNames).with("iso", n.ISO).with("level", string(n.Level)).
		with("country", string(n.Country)).with("region", string(n.Region)).
		with("lat", n.Lat).with("lon", n.Lon).with("population", n.Population).with("kind", n.Kind).
		withDate("date", n.Date).withDate("until", n.Until).with("status", string(n.Status)).
		with("place", string(n.Place)).with("renewal", n.Renewal).with("round", n.Round).
		withList("topics", strs(n.Topics)).withBounds(n.Date).withList("mergedFrom", strs(n.MergedFrom))
}

// nodeOf reads the properties of an entity's node.
func nodeOf(p props) graph.Node {
	n := graph.Node{Articles: p.number("articles"), Degree: p.number("degree"), MergedFrom: texts[graph.EntityID](p, "mergedFrom"), Entity: graph.Entity{
		ID: graph.EntityID(p.text("id")), Type: graph.EntityType(p.text("type")), Main: p.text("name"),
		GeoNames: p.long("geonames"), ISO: p.text("iso"), Level: graph.Level(p.text("level")),
		Country: graph.EntityID(p.text("country")), Region: graph.EntityID(p.text("region")),
		Lat: p.float("lat"), Lon: p.float("lon"), Population: p.long("population"), Kind: p.text("kind"),
		Date: p.date("date"), Until: p.date("until"), Status: graph.Status(p.text("status")),
		Place: graph.EntityID(p.text("place")), Renewal: p.flag("renewal"), Round: p.number("round"),
		Topics: texts[graph.Topic](p, "topics"),
	}}
	names, langs, keys := texts[string](p, "names"), texts[string](p, "langs"), texts[string](p, "keys")
	for i := range names {
		n.Names = append(n.Names, graph.Name{Text: names[i], Lang: langs[i], Key: keys[i]})
	}
	return n
}

// descriptionKey names one way of describing one entity.
func descriptionKey(e graph.Entity) string { return string(e.ID) + " " + e.Hash() }

// describe writes a description; only derivation reads it, so it stays whole in one property.
func describe(e graph.Entity) (string, error) {
	b, err := json.Marshal(e)
	if err != nil {
		return "", fmt.Errorf("describe %s: %w", e.ID, err)
	}
	return string(b), nil
}

func described(text string) (graph.Entity, error) {
	var e graph.Entity
	if err := json.Unmarshal([]byte(text), &e); err != nil {
		return e, fmt.Errorf("read a description: %w", err)
	}
	return e, nil
}
