package reconcile

import (
	"context"
	"slices"
	"time"

	"citygraph/graph"
)

// extension asks for properties of entities.
type extension struct {
	IDs        []graph.EntityID `json:"ids"`
	Properties []struct {
		ID string `json:"id"`
	} `json:"properties"`
}

// extended is the answer: rows by entity, each with cells by property.
type extended struct {
	Meta []entry                      `json:"meta"`
	Rows map[string]map[string][]cell `json:"rows"`
}

// extend reads property values. An entity that does not exist has a row of empty cells.
func (s Service) extend(ctx context.Context, raw string) (any, error) {
	var asked extension
	if err := read("extend", raw, &asked); err != nil {
		return nil, err
	}
	if len(asked.IDs) > MaxRows {
		return nil, &graph.LimitError{Limit: "MaxRows", Max: MaxRows, Got: len(asked.IDs)}
	}
	answer := extended{Meta: []entry{}, Rows: map[string]map[string][]cell{}}
	var wanted []property
	for _, p := range asked.Properties {
		i := slices.IndexFunc(properties(), func(known property) bool { return known.id == p.ID })
		if i < 0 {
			return nil, &graph.InvalidError{Field: "extend", Reason: "asks for a property that is not among those proposed"}
		}
		wanted = append(wanted, properties()[i])
		answer.Meta = append(answer.Meta, entry{ID: wanted[len(wanted)-1].id, Name: wanted[len(wanted)-1].name})
	}
	err := s.Store.View(ctx, func(r graph.Reader) error { return fill(ctx, r, asked.IDs, wanted, answer.Rows) })
	return answer, err
}

func fill(ctx context.Context, r graph.Reader, ids []graph.EntityID, wanted []property, rows map[string]map[string][]cell) error {
	nodes, err := byID(ctx, r, ids)
	if err != nil {
		return err
	}
	var referred []graph.EntityID
	for _, id := range ids {
		row := map[string][]cell{}
		n, known := nodes[id]
		for _, p := range wanted {
			row[p.id] = []cell{}
			if known {
				row[p.id] = p.cells(n)
			}
			for _, c := range row[p.id] {
				if c.ID != "" {
					referred = append(referred, graph.EntityID(c.ID))
				}
			}
		}
		rows[string(id)] = row
	}
	return name(ctx, r, referred, rows)
}

// name gives references the name of what they refer to, or else their id.
func name(ctx context.Context, r graph.Reader, referred []graph.EntityID, rows map[string]map[string][]cell) error {
	nodes, err := byID(ctx, r, referred)
	if err != nil {
		return err
	}
	for _, row := range rows {
		for _, cells := range row {
			for i, c := range cells {
				if c.ID == "" {
					continue
				}
				cells[i].Name = c.ID
				if n, ok := nodes[graph.EntityID(c.ID)]; ok {
					cells[i].Name = n.Main
				}
			}
		}
	}
	return nil
}

func byID(ctx context.Context, r graph.Reader, ids []graph.EntityID) (map[graph.EntityID]graph.Node, error) {
	if len(ids) == 0 {
		return nil, nil
	}
	list, err := r.Nodes(ctx, ids, time.Time{})
	nodes := make(map[graph.EntityID]graph.Node, len(list))
	for _, n := range list {
		nodes[n.ID] = n
	}
	return nodes, err
}
