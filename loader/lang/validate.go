package lang

import (
	"fmt"
	"regexp"

	"citygraph/graph"
)

var datePattern = regexp.MustCompile(`^\d{4}-\d{2}-\d{2}$`)

// validate checks what the decoder cannot: headers, codes and lengths.
func (p *Pack) validate() error {
	for _, f := range []struct {
		name string
		Header
	}{{"language", p.Language.Header}, {"names", p.Names.Header}, {"dates", p.Dates.Header}} {
		if f.Source == "" || f.Licence == "" || !datePattern.MatchString(f.Date) {
			return invalid(f.name, "needs source, licence and date (YYYY-MM-DD)")
		}
	}
	if err := p.Names.validate(); err != nil {
		return err
	}
	if err := p.Dates.validate(); err != nil {
		return err
	}
	if p.Claims.Version == "" && len(p.Claims.Rules) == 0 { // no claims.yaml yet: nothing is claimed
		return nil
	}
	return p.Claims.Check()
}

func (n *Names) validate() error {
	for i, o := range n.Offices {
		if o.Code == "" || !graph.HasCode("Office", string(o.Code)) || len(o.Words) == 0 {
			return invalid(fmt.Sprintf("names.offices[%d]", i), fmt.Sprintf("code %q with %d words", o.Code, len(o.Words)))
		}
	}
	for i, h := range n.Heads {
		if h.Kind == "" || !graph.HasCode("InstitutionKind", string(h.Kind)) || len(h.Words) == 0 {
			return invalid(fmt.Sprintf("names.heads[%d]", i), fmt.Sprintf("kind %q with %d words", h.Kind, len(h.Words)))
		}
	}
	for i, t := range n.Places {
		if !t.Type.IsPlace() {
			return invalid(fmt.Sprintf("names.places[%d]", i), fmt.Sprintf("%q is no place type", t.Type))
		}
	}
	return nil
}

func (d *Dates) validate() error {
	if len(d.Months) != 0 && len(d.Months) != 12 {
		return invalid("dates.months", fmt.Sprintf("has %d entries", len(d.Months)))
	}
	if len(d.Weekdays) != 0 && len(d.Weekdays) != 7 {
		return invalid("dates.weekdays", fmt.Sprintf("has %d entries", len(d.Weekdays)))
	}
	for i, r := range d.Relative {
		if !knownUnit(r.Unit) {
			return invalid(fmt.Sprintf("dates.relative[%d]", i), fmt.Sprintf("unit %q", r.Unit))
		}
	}
	for i, u := range d.Units {
		if !knownUnit(u.Unit) {
			return invalid(fmt.Sprintf("dates.units[%d]", i), fmt.Sprintf("unit %q", u.Unit))
		}
	}
	return nil
}

func knownUnit(u string) bool {
	return u == "day" || u == "week" || u == "month" || u == "year"
}

func invalid(field, reason string) error {
	return &graph.InvalidError{Field: field, Reason: reason}
}
