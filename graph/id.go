package graph

import (
	"crypto/sha256"
	"encoding/hex"
	"strconv"
	"strings"
)

// EntityID and the other ids derive from content, so that two loads on two machines agree.
// Places carry the id of their register (city:GEONAMES, region:ISO-3166-2,
// country:ISO-3166-1); all others a prefix and 20 hexadecimal digits of a SHA-256 over their
// parts.
type EntityID string

// ArticleID identifies an article, see NewArticleID.
type ArticleID string

// ClaimID identifies a claim, see Claim.Identify.
type ClaimID string

// EdgeID identifies an edge, see NewEdgeID.
type EdgeID string

// BatchID identifies a batch, see Batch.ID.
type BatchID string

// CityID is the id of the city with this GeoNames id.
func CityID(geonames int64) EntityID {
	return EntityID("city:" + strconv.FormatInt(geonames, 10))
}

// RegionID is the id of the region with this ISO 3166-2 code.
func RegionID(iso string) EntityID { return EntityID("region:" + iso) }

// CountryID is the id of the country with this ISO 3166-1 alpha-2 code.
func CountryID(iso string) EntityID { return EntityID("country:" + iso) }

// PersonID derives from the person's name key and the id of the place or body that the
// article gives them an office in ("" where it gives none).
func PersonID(nameKey string, anchor EntityID) EntityID {
	return EntityID("person:" + digest(nameKey, string(anchor)))
}

// InstitutionID derives from kind, name key and the place that locates it ("" where unknown).
func InstitutionID(kind InstitutionKind, nameKey string, place EntityID) EntityID {
	return EntityID("inst:" + digest(string(kind), nameKey, string(place)))
}

// AgreementID derives from kind, the sorted parties and the date (EDTF).
func AgreementID(kind AgreementKind, parties []EntityID, date string) EntityID {
	return EntityID("agreement:" + digest(string(kind), joinSorted(parties), date))
}

// EventID derives from kind, the event's name key, place and date (EDTF).
func EventID(kind EventKind, nameKey string, place EntityID, date string) EntityID {
	return EntityID("event:" + digest(string(kind), nameKey, string(place), date))
}

// NewArticleID derives from the article's address; where there is none, from source, title
// and date, so that a corrected text replaces the one before it.
func NewArticleID(url, source, title, date string) ArticleID {
	if url != "" {
		return ArticleID("article:" + digest("url", url))
	}
	return ArticleID("article:" + digest("head", source, title, date))
}

// TypeOf reads the entity type off an id's prefix, "" where there is none.
func (id EntityID) TypeOf() EntityType {
	prefix, _, _ := strings.Cut(string(id), ":")
	switch prefix {
	case "city":
		return City
	case "region":
		return Region
	case "country":
		return Country
	case "person":
		return Person
	case "inst":
		return Institution
	case "agreement":
		return Agreement
	case "event":
		return Event
	}
	return ""
}

// ContentHash is the SHA-256 of b in hexadecimal.
func ContentHash(b []byte) string {
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:])
}

func digest(parts ...string) string {
	h := sha256.New()
	for _, p := range parts {
		h.Write([]byte(strconv.Itoa(len(p)) + ":" + p))
	}
	return hex.EncodeToString(h.Sum(nil))[:20]
}

func joinSorted(ids []EntityID) string {
	s := make([]string, len(ids))
	for i, id := range ids {
		s[i] = string(id)
	}
	return strings.Join(sortedUnique(s), "\x1f")
}
