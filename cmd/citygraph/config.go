package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/knadh/koanf/parsers/yaml"
	"github.com/knadh/koanf/providers/confmap"
	"github.com/knadh/koanf/providers/env/v2"
	"github.com/knadh/koanf/providers/file"
	"github.com/knadh/koanf/v2"
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// envPrefix begins the name of every environment variable that sets a flag.
const envPrefix = "CITYGRAPH_"

// setting is one value with the layer that it came from.
type setting struct {
	Key    string `json:"key"`
	Value  string `json:"value"`
	Origin string `json:"origin"` // flag, environment, a file's path, or default
}

type settingsKey struct{}

// settingsOf returns the settings that prepare found for this run.
func settingsOf(ctx context.Context) []setting {
	s, _ := ctx.Value(settingsKey{}).([]setting)
	return s
}

func addGlobalFlags(root *cobra.Command) {
	f := root.PersistentFlags()
	f.String("store", "citygraph.db", "path of an SQLite file, or a neo4j:// or bolt:// address")
	f.String("database", "neo4j", "name of the Neo4j database")
	f.String("password-file", "", "file with the Neo4j password (else NEO4J_PASSWORD)")
	f.String("config", "", "configuration file (else ./citygraph.yaml or the user's)")
	f.String("log-level", "warn", "debug, info, warn or error")
	f.String("log-format", "auto", "auto, text or json")
	f.Bool("no-color", false, "no colours (also NO_COLOR, TERM=dumb)")
	f.BoolP("quiet", "q", false, "no progress and no hints")
	f.Bool("json", false, "print the result as JSON")
}

// prepare runs before every command: it lays the configuration under the flags and puts the
// logger into the context.
func prepare(cmd *cobra.Command, _ []string) error {
	settings, err := configure(cmd.Flags())
	if err != nil {
		return &exitError{exitConfig, err}
	}
	ctx := context.WithValue(cmd.Context(), settingsKey{}, settings)
	log, err := newLogger(cmd)
	if err != nil {
		return &exitError{exitConfig, err}
	}
	cmd.SetContext(log.WithContext(ctx))
	return nil
}

// configure sets each flag that was not given from environment or file, and returns all
// settings with their origin, in key order.
func configure(flags *pflag.FlagSet) ([]setting, error) {
	path, err := configFile(flags)
	if err != nil {
		return nil, err
	}
	fromFile, err := readFile(path)
	if err != nil {
		return nil, err
	}
	fromEnv := koanf.New("/")
	err = fromEnv.Load(env.Provider("/", env.Opt{Prefix: envPrefix, TransformFunc: envKey}), nil)
	if err != nil {
		return nil, fmt.Errorf("environment: %w", err)
	}
	var settings []setting
	var failed error
	flags.VisitAll(func(f *pflag.Flag) {
		origin := "default"
		switch {
		case f.Changed:
			origin = "flag"
		case fromEnv.Exists(f.Name):
			origin, failed = "environment", errors.Join(failed, set(flags, f.Name, fromEnv.String(f.Name), "environment"))
		case fromFile.Exists(f.Name):
			origin, failed = path, errors.Join(failed, set(flags, f.Name, fromFile.String(f.Name), path))
		}
		settings = append(settings, setting{f.Name, f.Value.String(), origin})
	})
	slices.SortFunc(settings, func(a, b setting) int { return strings.Compare(a.Key, b.Key) })
	return settings, failed
}

func set(flags *pflag.FlagSet, name, value, origin string) error {
	if err := flags.Set(name, value); err != nil {
		return fmt.Errorf("%s: %s: %w", origin, name, err)
	}
	return nil
}

// envKey turns CITYGRAPH_LOG_LEVEL into log-level.
func envKey(key, value string) (string, any) {
	return strings.ReplaceAll(strings.ToLower(strings.TrimPrefix(key, envPrefix)), "_", "-"), value
}

// configFile finds the configuration file; "" where there is none.
func configFile(flags *pflag.FlagSet) (string, error) {
	named, err := flags.GetString("config")
	if err != nil {
		return "", err
	}
	if named == "" {
		named = os.Getenv(envPrefix + "CONFIG")
	}
	if named != "" {
		_, err := os.Stat(named)
		return named, err
	}
	candidates := []string{"citygraph.yaml"}
	if dir, err := os.UserConfigDir(); err == nil {
		candidates = append(candidates, filepath.Join(dir, "citygraph", "config.yaml"))
	}
	for _, path := range candidates {
		if _, err := os.Stat(path); err == nil {
			return path, nil
		} else if !errors.Is(err, fs.ErrNotExist) {
			return "", err
		}
	}
	return "", nil
}

func readFile(path string) (*koanf.Koanf, error) {
	k := koanf.New("/")
	if path == "" {
		return k, k.Load(confmap.Provider(nil, ""), nil)
	}
	if err := k.Load(file.Provider(path), yaml.Parser()); err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return k, nil
}

func newConfig() *cobra.Command {
	config := &cobra.Command{Use: "config", Short: "Look at the configuration"}
	config.AddCommand(&cobra.Command{
		Use: "show", Short: "Print every setting with where it came from", Args: usage(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error {
			settings := settingsOf(cmd.Context())
			return report(cmd, settings, func(t *table) {
				for _, s := range settings {
					t.row(s.Key, s.Value, s.Origin)
				}
			})
		},
	})
	return config
}
