package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"citygraph/loader"
	"citygraph/loader/llm"
)

// addExtractorFlags adds the flags that say who reads the articles. The key of an endpoint is
// no flag: it comes from the environment or a file.
func addExtractorFlags(cmd *cobra.Command) {
	f := cmd.Flags()
	f.String("extractor", "rules", "rules, or llm: a language model may add to what the rules read")
	f.String("llm-url", "", "API that speaks OpenAI's chat completions, such as http://127.0.0.1:8000/v1")
	f.String("llm-model", "", "the model, as the API calls it")
	f.String("llm-key-file", "", "file with the API's key (else CITYGRAPH_LLM_KEY)")
	f.String("llm-cache", "", "folder of the model's replies (default: in the user's cache folder)")
	f.Int("llm-budget", llm.DefaultBudget, "tokens that a run may spend")
}

// newPipeline returns the pipeline that the flags ask for; told says on standard error what a
// model was asked for, once all is read.
func newPipeline(cmd *cobra.Command) (p *loader.Pipeline, told func(), err error) {
	model, err := newModel(cmd)
	if err != nil {
		return nil, nil, err
	}
	p, err = loader.New()
	if err != nil || model == nil {
		return p, func() {}, err
	}
	return p.Adding(model), func() {
		u := model.Usage()
		hint(cmd, "model: %d articles asked, %d from the cache, %d tokens", u.Asked, u.Cached, u.Tokens)
		if u.Stopped != "" {
			hint(cmd, "model: stopped: %s", u.Stopped)
		}
	}, nil
}

// newModel returns the model that the flags ask for, nil where the rules read alone.
func newModel(cmd *cobra.Command) (*llm.Extractor, error) {
	get := func(name string) string { v, _ := cmd.Flags().GetString(name); return v }
	switch get("extractor") {
	case "rules", "": // a command without the flag reads by rules
		return nil, nil
	case "llm":
	default:
		return nil, usageError("--extractor %s: want rules or llm", get("extractor"))
	}
	if get("llm-url") == "" || get("llm-model") == "" {
		return nil, usageError("--extractor llm: needs --llm-url and --llm-model")
	}
	budget, _ := cmd.Flags().GetInt("llm-budget")
	if budget < 1 {
		return nil, usageError("--llm-budget %d: want at least 1", budget)
	}
	key, err := secret("CITYGRAPH_LLM_KEY", get("llm-key-file"))
	if err != nil {
		return nil, &exitError{exitConfig, fmt.Errorf("--llm-key-file: %w", err)}
	}
	cache, err := cacheFolder(get("llm-cache"))
	if err != nil {
		return nil, &exitError{exitConfig, fmt.Errorf("--llm-cache: %w", err)}
	}
	model, err := llm.New(llm.Options{URL: get("llm-url"), Model: get("llm-model"), Key: key, Cache: cache, Budget: budget})
	if err != nil {
		return nil, &exitError{exitUsage, err}
	}
	return model, nil
}

func cacheFolder(named string) (string, error) {
	if named != "" {
		return named, nil
	}
	dir, err := os.UserCacheDir()
	return filepath.Join(dir, "citygraph", "llm"), err
}

// secret reads a secret from the file, or from the environment where no file is named.
func secret(variable, path string) (string, error) {
	if path == "" {
		return os.Getenv(variable), nil
	}
	b, err := os.ReadFile(path)
	return strings.TrimRight(string(b), "\r\n"), err
}
