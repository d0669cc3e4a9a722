package main

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
)

// TestRebuild makes the data file anew and compares it with the committed one. It runs where
// CITYGRAPH_GAZETTEER_PACKAGES names a folder to keep the packages in; what is not there yet is
// fetched.
func TestRebuild(t *testing.T) {
	packages := os.Getenv("CITYGRAPH_GAZETTEER_PACKAGES")
	if packages == "" {
		t.Skip("CITYGRAPH_GAZETTEER_PACKAGES is not set")
	}
	out := filepath.Join(t.TempDir(), "gazetteer.bin")
	if err := run(t.Context(), packages, "../data", out); err != nil {
		t.Fatal(err)
	}
	made, err := os.ReadFile(out)
	if err != nil {
		t.Fatal(err)
	}
	committed, err := os.ReadFile("../data/gazetteer.bin")
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(made, committed) {
		t.Error("the committed data file is not what the packages and tables give: run make gazetteer")
	}
}
