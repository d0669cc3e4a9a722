package sqlite

import "citygraph/graph"

// insert stores an assertion, read with survivors' ids, and notes what it touches.
func (w *work) insert(a encoded) error {
	a, err := w.resolve(a)
	if err != nil {
		return err
	}
	result, err := w.c.exec(w.ctx, insertAssertion,
		a.article.ID, a.hash, w.at, a.article.URL, a.article.Source, a.article.Lang, a.article.Date, a.body, a.original)
	if err != nil {
		return err
	}
	n, err := result.LastInsertId()
	if err != nil {
		return err
	}
	w.counts[counter{"article", ""}]++
	w.counts[counter{"lang", a.article.Lang}]++
	for _, m := range a.mentions {
		if err := w.insertMention(n, a.article, m); err != nil {
			return err
		}
	}
	for _, c := range a.claims {
		if err := w.insertClaim(n, c); err != nil {
			return err
		}
	}
	return nil
}

func (w *work) insertMention(assertion int64, a graph.Article, m encodedMention) error {
	entity, err := w.number(m.ID)
	if err != nil {
		return err
	}
	key := description{entity, m.hash}
	if _, known := w.entities[m.hash]; !known {
		w.entities[m.hash] = m.Entity
		if err := w.exec(insertDescription, m.hash, m.body); err != nil {
			return err
		}
	}
	w.described[key]++
	return w.exec(insertMention, assertion, entity, m.hash, m.spans, a.ID, a.Date)
}

// insertClaim stores a figure at once; a relation waits until its edge is known.
func (w *work) insertClaim(assertion int64, c encodedClaim) error {
	w.counts[counter{"claim", ""}]++
	m := member{claim: c.Claim, assertion: assertion, body: c.body}
	subject, err := w.number(c.Subject)
	if err != nil {
		return err
	}
	if c.Figure != "" {
		w.counts[counter{"figure", string(c.Figure)}]++
		return w.insertMember(m, subject, nil, "")
	}
	object, err := w.number(c.Object)
	if err != nil {
		return err
	}
	t := w.touch(group{c.Type, subject, object})
	t.added = append(t.added, m)
	return nil
}

// insertMember stores a claim; the object of a figure is nil.
func (w *work) insertMember(m member, subject int64, object any, edge graph.EdgeID) error {
	c := m.claim
	return w.exec(insertClaim, m.assertion, c.ID, c.Type, c.Figure, subject, object, c.Modality, c.Confidence, edge, m.body)
}
