package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"citygraph/loader"
)

// finding is the result of one check; Fix says what to do where it failed.
type finding struct {
	Check string `json:"check"`
	OK    bool   `json:"ok"`
	Says  string `json:"says"`
	Fix   string `json:"fix,omitempty"`
}

func newDoctor() *cobra.Command {
	return &cobra.Command{
		Use: "doctor", Short: "Check configuration, store and data, with a fix for what is wrong",
		Args: usage(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error {
			findings := []finding{checkConfig(cmd), checkFolder(cmd), checkStore(cmd), checkKnowledge()}
			failed := 0
			err := report(cmd, findings, func(t *table) {
				for _, f := range findings {
					mark := "ok"
					if !f.OK {
						mark = "FAIL"
					}
					t.row(mark, f.Check, f.Says, f.Fix)
				}
			})
			for _, f := range findings {
				if !f.OK {
					failed++
				}
			}
			if err == nil && failed > 0 {
				return &exitError{exitFailure, fmt.Errorf("%d of %d checks failed", failed, len(findings))}
			}
			return err
		},
	}
}

func checkConfig(cmd *cobra.Command) finding {
	given := 0
	for _, s := range settingsOf(cmd.Context()) {
		if s.Origin != "default" {
			given++
		}
	}
	return finding{"configuration", true, fmt.Sprintf("read; %d settings are not defaults", given), ""}
}

// checkFolder checks that a file store could be written where it is named.
func checkFolder(cmd *cobra.Command) finding {
	name, _ := cmd.Flags().GetString("store")
	if isServer(name) {
		return finding{"folder", true, "the store is a server", ""}
	}
	dir := filepath.Dir(name)
	probe, err := os.CreateTemp(dir, ".citygraph-doctor-*")
	if err != nil {
		return finding{"folder", false, err.Error(), "make " + dir + " writable or choose another --store"}
	}
	err = errors.Join(probe.Close(), os.Remove(probe.Name()))
	return finding{"folder", err == nil, dir + " can be written", ""}
}

func checkStore(cmd *cobra.Command) finding {
	store, err := openExisting(cmd)
	if err != nil {
		return finding{"store", false, err.Error(), "citygraph load ARTICLES makes a file; for Neo4j check address, NEO4J_USERNAME, NEO4J_PASSWORD and run citygraph migrate"}
	}
	defer store.Close()
	if err := store.Ping(cmd.Context()); err != nil {
		return finding{"store", false, err.Error(), "citygraph migrate"}
	}
	f := store.Features()
	return finding{"store", true, fmt.Sprintf("%s %s, schema %d", f.Name, f.Version, f.Schema), ""}
}

// checkKnowledge opens language packs and gazetteer.
func checkKnowledge() finding {
	pipeline, err := loader.New()
	if err != nil {
		return finding{"language packs and gazetteer", false, err.Error(), "the program is damaged: install it anew"}
	}
	return finding{"language packs and gazetteer", true, fmt.Sprint("languages ", pipeline.Languages()), ""}
}
