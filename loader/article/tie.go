package article

import (
	"cmp"
	"path"
	"strings"

	"citygraph/graph"
)

// Tie is a row of a table of partner cities, as its cells state it. City and Partner are names;
// what the table leaves out is empty.
type Tie struct {
	City, Country           string
	Partner, PartnerCountry string
	Tier                    string // a code or the table's own words
	Since, Until            string // EDTF where the cell is a date, else as it stands
	Status                  string
}

// TieFields lists the fields that a Mapping of partner cities holds beside date, url, source and
// lang. A table is one of partner cities where city and partner are named, or guessed and no
// column holds a text.
func TieFields() []string {
	return []string{"city", "country", "partner", "partner_country", "tier", "since", "until", "status"}
}

// usualTieNames are the names that tables of partner cities give a field.
func usualTieNames(field string) []string {
	switch field {
	case "city":
		return []string{"city", "city_name", "municipality", "town", "城市", "المدينة", "مدينة"}
	case "country":
		return []string{"country", "city_country", "country_code", "国家", "國家", "الدولة"}
	case "partner":
		return []string{"partner", "partner_city", "partner_name", "twin", "twin_city", "twin_town", "sister_city", "sister_town", "友好城市", "友城", "姐妹城市", "المدينة_الشريكة", "المدينة_التوأم"}
	case "partner_country":
		return []string{"partner_country", "partner_country_code", "twin_country", "sister_country", "伙伴国家", "友城国家", "دولة_الشريك"}
	case "tier":
		return []string{"tier", "type", "kind", "relation", "类型", "النوع"}
	case "since":
		return []string{"since", "year", "established", "signed", "signing_date", "date_signed", "start", "结好时间", "منذ"}
	case "until":
		return []string{"until", "end", "ended"}
	case "status":
		return []string{"status", "state", "状态", "الحالة"}
	}
	return usualNames(field)
}

// isTies reports whether the mapping is one of partner cities.
func (m Mapping) isTies() bool { return m["partner"] != "" }

// tie fills an article from a row of partner cities: its text is the row's cells in the order of
// TieFields, so that the row is its own evidence, and its title tells the pair.
func (m Mapping) tie(get func(name string) string) Article {
	cell := func(field string) string {
		name, ok := m[field]
		if !ok {
			return ""
		}
		return oneLine(get(name))
	}
	t := &Tie{
		City: cell("city"), Country: cell("country"), Partner: cell("partner"), PartnerCountry: cell("partner_country"),
		Tier: cell("tier"), Since: tieDate(cell("since")), Until: tieDate(cell("until")), Status: cell("status"),
	}
	a := Article{
		URL: cell("url"), Source: cell("source"), Lang: cell("lang"), Date: cell("date"), Format: Text, Tie: t,
		Title: title(t.City, t.Country) + " – " + title(t.Partner, t.PartnerCountry),
	}
	if t.Tier != "" {
		a.Title += " (" + t.Tier + ")"
	}
	var cells []string
	for _, field := range TieFields() {
		if v := cell(field); v != "" {
			cells = append(cells, v)
		}
	}
	a.Body = strings.Join(cells, " | ")
	return a
}

func title(name, country string) string {
	if country == "" {
		return name
	}
	return name + ", " + country
}

// tieDate is the date of a cell in EDTF, or the cell where it is none.
func tieDate(cell string) string {
	if _, err := graph.ParseDate(cell); err == nil {
		return cell
	}
	return cmp.Or(normalDate(cell), cell)
}

// tableName names a table that does not tell its publisher: by its file.
func tableName(o Origin) string { return path.Base(o.Source) }
