package explorer_test

import (
	"io/fs"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestBuild builds the pages from their sources and compares what comes out with what is
// committed: the types hold, the typed client is that of the schema, and dist is the build. The
// content is compared unpacked, because two versions of zlib pack the same bytes differently.
func TestBuild(t *testing.T) {
	if testing.Short() {
		t.Skip("a build is slow")
	}
	node := need(t, "node")
	needPackages(t)
	tool := func(t *testing.T, env, script string, args ...string) {
		t.Helper()
		cmd := exec.CommandContext(t.Context(), node, append([]string{filepath.Join("node_modules", script)}, args...)...)
		cmd.Env = append(os.Environ(), env)
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("%s: %v\n%s", script, err, out)
		}
	}
	t.Run("types", func(t *testing.T) { tool(t, "", "typescript/bin/tsc", "--noEmit") })
	t.Run("client", func(t *testing.T) {
		made := filepath.Join(t.TempDir(), "generated.ts")
		tool(t, "GENERATED="+made, "@graphql-codegen/cli/cjs/bin.js", "--config", "codegen.ts")
		if diff := cmp.Diff(read(t, "src/api/generated.ts"), read(t, made)); diff != "" {
			t.Errorf("src/api/generated.ts is stale, run make explorer:\n%s", diff)
		}
	})
	t.Run("pages", func(t *testing.T) {
		out := t.TempDir()
		tool(t, "", "vite/bin/vite.js", "build", "--outDir", out, "--logLevel", "error")
		built, committed := contents(t, os.DirFS(out)), contents(t, files(t))
		if diff := cmp.Diff(slices.Sorted(maps.Keys(committed)), slices.Sorted(maps.Keys(built))); diff != "" {
			t.Fatalf("dist is stale, run make explorer:\n%s", diff)
		}
		for name, content := range built {
			if committed[name] != content {
				t.Errorf("dist/%s.gz is stale, run make explorer", name)
			}
		}
	})
}

func read(t *testing.T, path string) string {
	t.Helper()
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(content)
}

// contents reads every file by its plain name.
func contents(t *testing.T, tree fs.FS) map[string]string {
	t.Helper()
	all := map[string]string{}
	err := fs.WalkDir(tree, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		name = strings.TrimSuffix(name, ".gz")
		content, err := fs.ReadFile(tree, name)
		all[name] = string(content)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}
