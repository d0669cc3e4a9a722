package export_test

import (
	"bytes"
	"encoding/json"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"citygraph/graph"
	"citygraph/graph/export"
	"citygraph/graph/graphtest"
)

type collection struct {
	Type     string
	Features []struct {
		Type, ID   string
		Geometry   shape
		Properties map[string]any
	}
	Omitted struct{ Nodes, Edges int }
}

type shape struct {
	Type        string
	Coordinates json.RawMessage
}

// lines are the parts of a line, each of positions [lon, lat].
func (s shape) lines(t *testing.T) [][][2]float64 {
	t.Helper()
	var parts [][][2]float64
	switch s.Type {
	case "LineString":
		parts = make([][][2]float64, 1)
		parse(t, s.Coordinates, &parts[0])
	case "MultiLineString":
		parse(t, s.Coordinates, &parts)
	default:
		t.Fatalf("%s is no line", s.Type)
	}
	return parts
}

// TestGreatCircles: a line has its ends where the cities are, stays on the sphere, is as long
// as the great circle, and no part crosses the antimeridian.
func TestGreatCircles(t *testing.T) {
	cases := []struct {
		name     string
		from, to [2]float64 // lat, lon
		parts    int
	}{
		{"Cork to Shanghai", [2]float64{51.9, -8.47}, [2]float64{31.22, 121.46}, 1},
		{"Suva to Apia", [2]float64{-18.14, 178.44}, [2]float64{-13.83, -171.77}, 2},
		{"Apia to Suva", [2]float64{-13.83, -171.77}, [2]float64{-18.14, 178.44}, 2},
		{"Tokyo to San Francisco", [2]float64{35.68, 139.69}, [2]float64{37.77, -122.42}, 2},
		{"over the pole", [2]float64{60, 30}, [2]float64{60, -150}, 1},
		{"antipodes", [2]float64{10, 20}, [2]float64{-10, -160}, 1},
		{"the same place", [2]float64{10, 20}, [2]float64{10, 20}, 1},
		{"from the antimeridian east", [2]float64{0, 180}, [2]float64{5, -179}, 1},
		{"to the antimeridian", [2]float64{5, -179}, [2]float64{0, 180}, 1},
		{"along the antimeridian", [2]float64{5, 180}, [2]float64{-5, -180}, 1},
		{"from the antimeridian far", [2]float64{0, 180}, [2]float64{10, -100}, 1},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			line := tie(t, c.from, c.to)
			parts := line.lines(t)
			if len(parts) != c.parts {
				t.Errorf("%d parts, want %d: %s", len(parts), c.parts, line.Coordinates)
			}
			last := parts[len(parts)-1]
			if gap := arc(parts[0][0], flip(c.from)) + arc(last[len(last)-1], flip(c.to)); gap > 1e-4 {
				t.Errorf("ends are %g degrees off", gap)
			}
			if got, want := length(t, parts), arc(flip(c.from), flip(c.to)); math.Abs(got-want) > 1e-3 {
				t.Errorf("line of %g degrees, great circle of %g", got, want)
			}
		})
	}
}

// tie writes two twinned cities and reads the line between them.
func tie(t *testing.T, from, to [2]float64) shape {
	t.Helper()
	a, b := graphtest.Place("city:1", "", "en:A"), graphtest.Place("city:2", "", "en:B")
	a.Lat, a.Lon, b.Lat, b.Lon = from[0], from[1], to[0], to[1]
	store := loaded(t, graphtest.NewStory("A and B", "en", "2024", "s").Fact(a, graph.TwinnedWith, b).Assertion())
	var doc collection
	parse(t, single(t, store, "geojson", export.Options{}), &doc)
	if doc.Type != "FeatureCollection" || len(doc.Features) != 3 {
		t.Fatalf("%s of %d features", doc.Type, len(doc.Features))
	}
	return doc.Features[2].Geometry
}

func flip(latLon [2]float64) [2]float64 { return [2]float64{latLon[1], latLon[0]} }

// length sums the arcs of all parts and checks the rules of RFC 7946 on the way.
func length(t *testing.T, parts [][][2]float64) float64 {
	t.Helper()
	sum := 0.0
	for _, part := range parts {
		if len(part) < 2 {
			t.Errorf("a part has %d positions", len(part))
		}
		for i, p := range part {
			if math.Abs(p[0]) > 180 || math.Abs(p[1]) > 90 {
				t.Errorf("%v lies outside the world", p)
			}
			if i > 0 {
				if math.Abs(p[0]-part[i-1][0]) > 180 {
					t.Errorf("%v to %v crosses the antimeridian", part[i-1], p)
				}
				sum += arc(part[i-1], p)
			}
		}
	}
	return sum
}

// arc is the distance of two positions in degrees, by the haversine.
func arc(a, b [2]float64) float64 {
	rad := math.Pi / 180
	h := func(x float64) float64 { s := math.Sin(x * rad / 2); return s * s }
	v := h(b[1]-a[1]) + math.Cos(a[1]*rad)*math.Cos(b[1]*rad)*h(b[0]-a[0])
	return 2 * math.Asin(math.Min(1, math.Sqrt(v))) / rad
}

// validateGeoJSON checks a file by the schema of geojson-pydantic (RFC 7946), which others wrote,
// and prints how many features it holds.
const validateGeoJSON = `
import sys
from geojson_pydantic import FeatureCollection
print(len(FeatureCollection.model_validate_json(open(sys.argv[1], encoding="utf-8").read()).features))
`

// TestGeoJSONSchema: the file holds to the schema of GeoJSON, and one with a broken position does
// not.
func TestGeoJSONSchema(t *testing.T) {
	python := pythonWith(t, "geojson_pydantic")
	whole := single(t, reference(t), "geojson", export.Options{})
	validate := func(file []byte) (string, error) {
		path := filepath.Join(t.TempDir(), "graph.geojson")
		if err := os.WriteFile(path, file, 0o600); err != nil {
			t.Fatal(err)
		}
		out, err := exec.CommandContext(t.Context(), python, "-c", validateGeoJSON, path).CombinedOutput()
		return strings.TrimSpace(string(out)), err
	}
	var doc collection
	parse(t, whole, &doc)
	if out, err := validate(whole); err != nil || out != strconv.Itoa(len(doc.Features)) || len(doc.Features) == 0 {
		t.Errorf("%d features, the schema says %s (%v)", len(doc.Features), out, err)
	}
	broken := bytes.Replace(whole, []byte(`"Point"`), []byte(`"Pointer"`), 1)
	if _, err := validate(broken); err == nil {
		t.Error("a broken geometry passes the schema")
	}
}
