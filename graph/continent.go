package graph

import "strings"

// Continent is the continent of a place, by its country's code in the UN's and GeoNames' list
// of seven.
type Continent string

// The continents.
const (
	Africa       Continent = "AFRICA"
	Antarctica   Continent = "ANTARCTICA"
	Asia         Continent = "ASIA"
	Europe       Continent = "EUROPE"
	NorthAmerica Continent = "NORTH_AMERICA"
	Oceania      Continent = "OCEANIA"
	SouthAmerica Continent = "SOUTH_AMERICA"
)

// Continents lists every continent by name.
func Continents() []Continent {
	return []Continent{Africa, Antarctica, Asia, Europe, NorthAmerica, Oceania, SouthAmerica}
}

// countriesOf lists the ISO 3166-1 alpha-2 codes of each continent as GeoNames' countryInfo
// assigns them; a country on two continents stands where its capital or most people are.
const (
	inAfrica       = " AO BF BI BJ BW CD CF CG CI CM CV DJ DZ EG EH ER ET GA GH GM GN GQ GW KE KM LR LS LY MA MG ML MR MU MW MZ NA NE NG RE RW SC SD SH SL SN SO SS ST SZ TD TG TN TZ UG YT ZA ZM ZW "
	inAntarctica   = " AQ BV GS HM TF "
	inAsia         = " AE AF AM AZ BD BH BN BT CC CN CX GE HK ID IL IN IO IQ IR JO JP KG KH KP KR KW KZ LA LB LK MM MN MO MV MY NP OM PH PK PS QA SA SG SY TH TJ TM TR TW UZ VN YE "
	inEurope       = " AD AL AT AX BA BE BG BY CH CY CZ DE DK EE ES FI FO FR GB GG GI GR HR HU IE IM IS IT JE LI LT LU LV MC MD ME MK MT NL NO PL PT RO RS RU SE SI SJ SK SM UA VA XK "
	inNorthAmerica = " AG AI AW BB BL BM BQ BS BZ CA CR CU CW DM DO GD GL GP GT HN HT JM KN KY LC MF MQ MS MX NI PA PM PR SV SX TC TT US VC VG VI "
	inOceania      = " AS AU CK FJ FM GU KI MH MP NC NF NR NU NZ PF PG PN PW SB TK TL TO TV UM VU WF WS "
	inSouthAmerica = " AR BO BR CL CO EC FK GF GY PE PY SR UY VE "
)

// ContinentOf returns the continent of a country by its ISO 3166-1 alpha-2 code, "" where the
// code is unknown.
func ContinentOf(code string) Continent {
	if len(code) != len("IE") {
		return ""
	}
	lists := [...]string{inAfrica, inAntarctica, inAsia, inEurope, inNorthAmerica, inOceania, inSouthAmerica}
	for i, list := range lists {
		if strings.Contains(list, " "+code+" ") {
			return Continents()[i]
		}
	}
	return ""
}

// CountryCode is the ISO 3166-1 alpha-2 code of the country of a place or body, of a country
// its own; "" where unknown.
func (e Entity) CountryCode() string {
	if e.Type == Country {
		return e.ISO
	}
	return strings.TrimPrefix(string(e.Country), "country:")
}

// Continent is the continent of the entity's country, "" where unknown.
func (e Entity) Continent() Continent { return ContinentOf(e.CountryCode()) }
