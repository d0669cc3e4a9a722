package export

import "citygraph/graph"

// edgeResources are an edge as a statement with its qualifiers, the plain triple where it holds
// as a fact without a known end, and its claims with their sentences.
func edgeResources(e edge) []resource {
	out := []resource{edgeStatement(e)}
	if e.Modality == graph.Fact && e.Until.IsZero() && e.Status != graph.StatusEnded && e.Status != graph.StatusSuspended && e.Status != graph.StatusPlanned && !e.Former {
		plain := resource{iri: identify(e.From).iri}
		plain.add(termSpace+string(e.Type), identify(e.To))
		out = append(out, plain)
	}
	for _, c := range e.Evidence {
		out = append(out, claimResource(c))
	}
	return out
}

func edgeStatement(e edge) resource {
	r := resource{iri: identify(e.ID).iri}
	r.add(rdfSpace+"type", iri(rdfSpace+"Statement"))
	r.add(rdfSpace+"subject", identify(e.From))
	r.add(rdfSpace+"predicate", iri(termSpace+string(e.Type)))
	r.add(rdfSpace+"object", identify(e.To))
	r.qualify(e.Tier, e.Status, e.Office, e.Role, e.Modality)
	r.add(termSpace+"title", literal(e.Title))
	r.add(termSpace+"postedTo", identify(e.PostedTo))
	if e.Former {
		r.add(termSpace+"former", term{text: "true", datatype: xsdSpace + "boolean"})
	}
	if e.Round != 0 {
		r.add(termSpace+"round", number(int64(e.Round)))
	}
	for _, t := range e.Topics {
		r.add(schemaSpace+"about", literal(string(t)))
	}
	r.add(schemaSpace+"startDate", dated(e.Date.Value))
	r.add(schemaSpace+"endDate", dated(e.Until.Value))
	r.add(termSpace+"first", dated(e.First))
	r.add(termSpace+"last", dated(e.Last))
	r.add(termSpace+"claims", number(int64(e.Claims)))
	r.add(termSpace+"support", number(int64(e.Support)))
	r.add(termSpace+"confidence", double(e.Confidence))
	for _, c := range e.Evidence {
		r.add(termSpace+"evidence", identify(c.ID))
	}
	return r
}

func claimResource(c graph.Claim) resource {
	r := resource{iri: identify(c.ID).iri}
	r.add(rdfSpace+"type", iri(schemaSpace+"Claim"))
	r.add(schemaSpace+"text", literal(c.Evidence.Text))
	r.add(schemaSpace+"appearance", identify(c.Article))
	r.qualify(c.Tier, c.Status, c.Office, c.Role, c.Modality)
	r.add(termSpace+"title", literal(c.Title))
	r.add(schemaSpace+"startDate", dated(c.Date.Value))
	r.add(schemaSpace+"endDate", dated(c.Until.Value))
	r.add(termSpace+"confidence", double(c.Confidence))
	r.add(termSpace+"rule", literal(c.Rule))
	r.add(termSpace+"version", literal(c.Version))
	return r
}

// qualify adds the codes that edges and claims share.
func (r *resource) qualify(tier graph.Tier, status graph.Status, office graph.Office, role graph.Role, modality graph.Modality) {
	r.add(termSpace+"tier", literal(string(tier)))
	r.add(termSpace+"status", literal(string(status)))
	r.add(termSpace+"office", literal(string(office)))
	r.add(termSpace+"role", literal(string(role)))
	r.add(termSpace+"modality", literal(string(modality)))
}
