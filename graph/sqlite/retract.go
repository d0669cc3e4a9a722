package sqlite

import (
	"database/sql"

	"citygraph/graph"
)

// retract makes an assertion history and notes what it touched.
func (w *work) retract(n int64) error {
	if err := w.forgetMentions(n); err != nil {
		return err
	}
	if err := w.forgetClaims(n); err != nil {
		return err
	}
	var lang string
	if err := w.c.one(w.ctx, selectLanguage, []any{&lang}, n); err != nil {
		return err
	}
	w.counts[counter{"article", ""}]--
	w.counts[counter{"lang", lang}]--
	for _, q := range []query{retractMentions, retractClaims} {
		if err := w.exec(q, n); err != nil {
			return err
		}
	}
	return w.exec(retractAssertion, n, w.at)
}

func (w *work) forgetMentions(assertion int64) error {
	return w.c.each(w.ctx, selectMentions, []any{assertion}, func(row scanner) error {
		var d description
		if err := row.Scan(&d.entity, &d.hash); err != nil {
			return err
		}
		w.described[d]--
		return nil
	})
}

func (w *work) forgetClaims(assertion int64) error {
	return w.c.each(w.ctx, selectClaimGroups, []any{assertion}, func(row scanner) error {
		var g group
		var object sql.NullInt64
		var figure string
		var edge graph.EdgeID
		if err := row.Scan(&g.kind, &figure, &g.subject, &object, &edge); err != nil {
			return err
		}
		w.counts[counter{"claim", ""}]--
		if figure != "" {
			w.counts[counter{"figure", figure}]--
			return nil
		}
		g.object = object.Int64
		t := w.touch(g)
		t.gone = append(t.gone, edge)
		return nil
	})
}
