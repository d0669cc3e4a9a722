package graph

import "slices"

// EntityType names the label of a node. City, Region and Country are places: governments
// with a level, not dots on a map.
type EntityType string

// The entity types of the domain.
const (
	City        EntityType = "City"
	Region      EntityType = "Region"
	Country     EntityType = "Country"
	Person      EntityType = "Person"
	Institution EntityType = "Institution"
	Agreement   EntityType = "Agreement"
	Event       EntityType = "Event"
)

// EntityTypes lists every entity type in the order of domain and dump.
func EntityTypes() []EntityType {
	return []EntityType{City, Region, Country, Person, Institution, Agreement, Event}
}

// IsPlace reports whether t is a City, Region or Country.
func (t EntityType) IsPlace() bool { return t == City || t == Region || t == Country }

// EdgeType names a relation between two entities; it is also the kind of a claim.
type EdgeType string

// The edge types of the domain. Article mentions (MENTIONS) are not among them: they join an
// article to an entity and are read with Assertions and FindArticles.
const (
	TwinnedWith    EdgeType = "TWINNED_WITH"
	HoldsOffice    EdgeType = "HOLDS_OFFICE"
	Visited        EdgeType = "VISITED"
	Met            EdgeType = "MET"
	PartnersWith   EdgeType = "PARTNERS_WITH"
	PartyTo        EdgeType = "PARTY_TO"
	Signed         EdgeType = "SIGNED"
	Renews         EdgeType = "RENEWS"
	ParticipatedIn EdgeType = "PARTICIPATED_IN"
	HeldIn         EdgeType = "HELD_IN"
	LocatedIn      EdgeType = "LOCATED_IN"
	MemberOf       EdgeType = "MEMBER_OF"
)

// Relation is an edge type with the entity types it may join.
type Relation struct {
	Type      EdgeType
	From, To  []EntityType
	Symmetric bool // stored once, the smaller id first
}

var (
	actors = []EntityType{City, Region, Country, Institution}
	all    = []EntityType{City, Region, Country, Institution, Person}
	person = []EntityType{Person}
	paper  = []EntityType{Agreement}
	event  = []EntityType{Event}
	body   = []EntityType{Institution}
)

// ontology is never changed; it is a variable because Go has no constant slices.
var ontology = [...]Relation{
	{TwinnedWith, actors, actors, true},
	{HoldsOffice, person, actors, false},
	{Visited, all, actors, false},
	{Met, person, person, true},
	{PartnersWith, actors, actors, true},
	{PartyTo, actors, paper, false},
	{Signed, person, paper, false},
	{Renews, paper, paper, false},
	{ParticipatedIn, all, event, false},
	{HeldIn, event, actors, false},
	{LocatedIn, []EntityType{City, Region, Institution}, actors, false},
	{MemberOf, actors, body, false},
}

// Ontology lists every relation of the domain. The slice is the caller's own, the type lists
// in it are not to be changed.
func Ontology() []Relation { return slices.Clone(ontology[:]) }

// RelationOf returns the ontology entry of t, or false where t is no edge type.
func RelationOf(t EdgeType) (Relation, bool) {
	for _, r := range ontology {
		if r.Type == t {
			return r, true
		}
	}
	return Relation{}, false
}

// Allows reports whether the relation may join the two types in this direction.
func (r Relation) Allows(from, to EntityType) bool {
	return slices.Contains(r.From, from) && slices.Contains(r.To, to)
}

// FigureType names a number that an article claims about a place; it is also a claim kind.
type FigureType string

// The figures of the domain. They are never computed away nor merged with the graph's counts.
const (
	TwinCount             FigureType = "TWIN_COUNT"
	FriendlyExchangeCount FigureType = "FRIENDLY_EXCHANGE_COUNT"
	CountryCount          FigureType = "COUNTRY_COUNT"
)

// The code lists of the domain are closed (see Codes); "" means that the article does not say.

// Tier is the tier of a tie.
type Tier string

// Status is that of a tie, visit, partnership or agreement.
type Status string

// Modality is how the article asserts a claim.
type Modality string

// Office is the office of a HOLDS_OFFICE claim.
type Office string

// Role is the role of a PARTICIPATED_IN claim.
type Role string

// Topic is a field of an agreement or partnership.
type Topic string

// AgreementKind is the kind of an Agreement.
type AgreementKind string

// EventKind is the kind of an Event.
type EventKind string

// InstitutionKind is the kind of an Institution.
type InstitutionKind string

// Level is the level of a City.
type Level string

// The codes that Go code needs by name; Codes lists all.
const (
	TierSister           Tier = "SISTER"
	TierFriendlyExchange Tier = "FRIENDLY_EXCHANGE"
	TierProject          Tier = "PROJECT"
	TierIntent           Tier = "INTENT"
	TierUnspecified      Tier = "UNSPECIFIED"

	StatusActive     Status = "ACTIVE"
	StatusPlanned    Status = "PLANNED"
	StatusSuspended  Status = "SUSPENDED"
	StatusEnded      Status = "ENDED"
	StatusDone       Status = "DONE"
	StatusSigned     Status = "SIGNED"
	StatusExpired    Status = "EXPIRED"
	StatusRenewed    Status = "RENEWED"
	StatusTerminated Status = "TERMINATED"
	StatusUnknown    Status = "UNKNOWN"

	Fact     Modality = "FACT"
	Planned  Modality = "PLANNED"
	Intended Modality = "INTENDED"
	Reported Modality = "REPORTED"
	Quoted   Modality = "QUOTED"
	Denied   Modality = "DENIED"
	Past     Modality = "PAST"
)

// Codes returns the closed list of a code kind by its SDL name (Tier, Status, Modality,
// Office, Role, Topic, AgreementKind, EventKind, InstitutionKind, Level, FigureType), in the
// order of the domain guide; nil for an unknown name.
func Codes(name string) []string {
	switch name {
	case "Tier":
		return []string{"SISTER", "FRIENDLY_EXCHANGE", "PROJECT", "INTENT", "UNSPECIFIED"}
	case "Status":
		return []string{"ACTIVE", "PLANNED", "SUSPENDED", "ENDED", "DONE", "SIGNED", "EXPIRED", "RENEWED", "TERMINATED", "UNKNOWN"}
	case "Modality":
		return []string{"FACT", "PLANNED", "INTENDED", "REPORTED", "QUOTED", "DENIED", "PAST"}
	case "Office":
		return []string{"MAYOR", "DEPUTY_MAYOR", "GOVERNOR", "VICE_GOVERNOR", "PARTY_SECRETARY", "AMBASSADOR", "CONSUL_GENERAL", "CONSUL", "MINISTER", "HEAD_OF_STATE", "HEAD_OF_GOVERNMENT", "COUNCILLOR", "SPEAKER", "DIRECTOR", "DEPUTY_DIRECTOR", "CHAIR", "PRESIDENT", "SECRETARY_GENERAL", "CEO", "PROFESSOR", "SPOKESPERSON", "OTHER"}
	case "Role":
		return []string{"HOST", "GUEST", "SPEAKER", "ORGANISER", "HEAD_OF_DELEGATION", "MEMBER"}
	case "Topic":
		return []string{"TRADE", "INVESTMENT", "PORTS_SHIPPING", "TRANSPORT", "FINANCE", "SCIENCE_TECHNOLOGY", "DIGITAL", "EDUCATION", "YOUTH", "HERITAGE", "MEDIA", "CULTURE", "TOURISM", "SPORT", "HEALTH", "ELDER_CARE", "ENVIRONMENT_CLIMATE", "ENERGY", "WATER", "URBAN_PLANNING", "GOVERNANCE", "SECURITY", "AGRICULTURE_FOOD", "MIGRATION", "PEACE", "OTHER", "PROTOCOL"}
	case "AgreementKind":
		return []string{"TWINNING", "FRIENDLY_EXCHANGE", "LETTER_OF_INTENT", "MOU", "COOPERATION", "PROGRAMME", "DECLARATION", "CONTRACT", "TERMINATION", "OTHER"}
	case "EventKind":
		return []string{"VISIT", "MEETING", "FORUM", "EXPO", "ANNIVERSARY", "CEREMONY", "TRAINING", "EXHIBITION", "FESTIVAL", "SPORT", "PROMOTION", "OTHER"}
	case "InstitutionKind":
		return []string{"GOVERNMENT_BODY", "PORT", "AIRPORT", "MUSEUM", "UNIVERSITY", "SCHOOL", "HOSPITAL", "COMPANY", "CHAMBER", "FOUNDATION", "ASSOCIATION", "INTERNATIONAL_ORG", "MEDIA", "OTHER"}
	case "Level":
		return []string{"city", "district", "county", "metro_area"}
	case "FigureType":
		return []string{"TWIN_COUNT", "FRIENDLY_EXCHANGE_COUNT", "COUNTRY_COUNT"}
	}
	return nil
}

// HasCode reports whether value is "" or stands in the code list called name.
func HasCode(name, value string) bool {
	return value == "" || slices.Contains(Codes(name), value)
}
