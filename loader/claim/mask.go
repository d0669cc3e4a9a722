package claim

// The classes that every pack has.
const (
	maskCity mask = 1 << iota
	maskRegion
	maskCountry
	maskOrg
	maskPerson
	maskOffice
	maskDate
	maskNumber
	maskGroup
	maskDemonym
	maskComma
	maskClause // the comma that ends a clause and stands in no list
	maskList   // the mark that stands between the items of a list only
	maskStop
	maskSemi
	maskOpen
	maskClose
	maskDash
	maskColon
	maskQuote
	maskMark
)

const (
	maskTown  = maskCity | maskRegion
	maskPlace = maskTown | maskCountry
	maskActor = maskPlace | maskOrg
	maskAny   = maskActor | maskPerson
)

// builtin returns the classes that a pattern names without a lexicon.
func builtin(name string) (mask, bool) {
	m, ok := map[string]mask{
		"CITY": maskCity, "REGION": maskRegion, "COUNTRY": maskCountry, "ORG": maskOrg,
		"PERSON": maskPerson, "OFFICE": maskOffice, "DATE": maskDate, "NUMBER": maskNumber,
		"GROUP": maskGroup, "DEMONYM": maskDemonym,
		"PLACE": maskPlace, "TOWN": maskTown, "ACTOR": maskActor, "ANY": maskAny,
		"comma": maskComma, "list": maskList, "stop": maskStop, "semi": maskSemi, "open": maskOpen,
		"close": maskClose, "mark": maskMark, "dash": maskDash, "colon": maskColon, "quote": maskQuote,
	}[name]
	return m, ok
}
