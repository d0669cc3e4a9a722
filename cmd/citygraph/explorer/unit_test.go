package explorer_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// TestUnits runs the tests of the sources that need no browser.
func TestUnits(t *testing.T) {
	node := need(t, "node")
	files, err := filepath.Glob("test/unit/*.test.mjs")
	if err != nil {
		t.Fatal(err)
	}
	out, err := exec.CommandContext(t.Context(), node, append([]string{"--test"}, files...)...).CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
}

func missing(t *testing.T, why string) {
	t.Helper()
	if os.Getenv("CI") != "" {
		t.Fatal(why)
	}
	t.Skip("SKIPPED, nothing was checked: " + why)
}

// needPackages asks for the packages of package-lock.json.
func needPackages(t *testing.T) {
	t.Helper()
	if _, err := os.Stat("node_modules/.package-lock.json"); err != nil {
		missing(t, "run npm ci in cmd/citygraph/explorer")
	}
}

func need(t *testing.T, program string) string {
	t.Helper()
	path, err := exec.LookPath(program)
	if err != nil {
		missing(t, program+" is not installed")
	}
	return path
}
