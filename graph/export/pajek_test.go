package export_test

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"citygraph/graph/export"
)

type pajekNet struct {
	labels map[int]string
	lines  []string
	arcs   int
}

var pajekLine = regexp.MustCompile(`^(\d+) (\d+) (\d+) l "([A-Z_]+)"(?: \[\d{4}-(?:\d{4}|\*)\])?$`)

// readPajek reads a network and checks that numbers are 1 to n, labels different and ends known.
func readPajek(t *testing.T, text string) pajekNet {
	t.Helper()
	net := pajekNet{labels: map[int]string{}}
	var count int
	section, seen := "", map[string]bool{}
	for i, line := range strings.Split(strings.TrimSuffix(text, "\n"), "\n") {
		if strings.HasPrefix(line, "*") {
			section, _, _ = strings.Cut(line, " ")
			_, _ = fmt.Sscanf(line, "*Vertices %d", &count)
			continue
		}
		if section == "*Vertices" {
			number, label, _ := strings.Cut(line, " ")
			if number != fmt.Sprint(len(net.labels)+1) || seen[label] || strings.Count(label, `"`) != 2 {
				t.Fatalf("line %d: bad vertex %s", i+1, line)
			}
			seen[label], net.labels[len(net.labels)+1] = true, label
			continue
		}
		m := pajekLine.FindStringSubmatch(line)
		if m == nil {
			t.Fatalf("line %d: bad line %s", i+1, line)
		}
		for _, end := range m[1:3] {
			var n int
			if _, err := fmt.Sscan(end, &n); err != nil || net.labels[n] == "" {
				t.Fatalf("line %d: no vertex %s", i+1, end)
			}
		}
		if section == "*Arcs" {
			net.arcs++
		}
		net.lines = append(net.lines, line)
	}
	if count != len(net.labels) {
		t.Fatalf("%d vertices announced, %d listed", count, len(net.labels))
	}
	return net
}

func TestPajekSections(t *testing.T) {
	net := readPajek(t, string(single(t, reference(t), "pajek", export.Options{})))
	if net.arcs == 0 || net.arcs == len(net.lines) {
		t.Errorf("%d of %d lines are arcs: both sections are needed", net.arcs, len(net.lines))
	}
}
