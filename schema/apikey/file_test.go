package apikey_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"citygraph/schema/apikey"
)

var made = time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC)

func create(t *testing.T, f *apikey.File, name string, role apikey.Role) string {
	t.Helper()
	secret, err := f.Create(name, role, made)
	if err != nil {
		t.Fatal(err)
	}
	return secret
}

func TestKeys(t *testing.T) {
	path := filepath.Join(t.TempDir(), "keys.json")
	file, other := apikey.Open(path), apikey.Open(path) // as two processes
	if _, err := other.Check("anything"); !errors.Is(err, apikey.ErrUnknown) {
		t.Errorf("without a file: %v", err)
	}
	loader, reader := create(t, file, "loader", apikey.Load), create(t, file, "dashboard", apikey.Read)
	for secret, want := range map[string]apikey.Role{loader: apikey.Load, reader: apikey.Read} {
		if key, err := other.Check(secret); err != nil || key.Role != want || !key.Created.Equal(made) {
			t.Errorf("key %+v, %v, want %s", key, err, want)
		}
	}
	var names []string
	list, err := other.List()
	for _, k := range list {
		names = append(names, k.Name)
	}
	if diff := cmp.Diff([]string{"dashboard", "loader"}, names); diff != "" || err != nil {
		t.Error(err, diff)
	}
	if err := file.Revoke("dashboard"); err != nil {
		t.Fatal(err)
	}
	if _, err := other.Check(reader); !errors.Is(err, apikey.ErrUnknown) {
		t.Errorf("after it was revoked: %v", err)
	}
	if _, err := other.Check(loader); err != nil {
		t.Errorf("the other key: %v", err)
	}
	if err := file.Revoke("dashboard"); !errors.Is(err, apikey.ErrUnknown) {
		t.Errorf("revoked twice: %v", err)
	}
}

// TestSecrets: the file holds no secret, and nobody else may read it; near misses open nothing.
func TestSecrets(t *testing.T) {
	path := filepath.Join(t.TempDir(), "keys.json")
	file := apikey.Open(path)
	secret := create(t, file, "a", apikey.Read)
	b, err := os.ReadFile(path)
	if err != nil || strings.Contains(string(b), secret) || strings.Contains(string(b), strings.TrimPrefix(secret, "citygraph_")) {
		t.Errorf("%v, the file holds the secret: %s", err, b)
	}
	if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("mode %v, %v", info.Mode(), err)
	}
	keys, err := file.List()
	if err != nil {
		t.Fatal(err)
	}
	for name, wrong := range map[string]string{
		"nothing": "", "the hash": keys[0].Hash, "a prefix": secret[:len(secret)-1], "more": secret + "A", "another case": strings.ToUpper(secret),
		"without the prefix": strings.TrimPrefix(secret, "citygraph_"), "the prefix alone": "citygraph_",
	} {
		if _, err := file.Check(wrong); !errors.Is(err, apikey.ErrUnknown) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if again := create(t, file, "b", apikey.Read); again == secret {
		t.Error("two keys are alike")
	}
}

func TestRefused(t *testing.T) {
	path := filepath.Join(t.TempDir(), "keys.json")
	file := apikey.Open(path)
	create(t, file, "a", apikey.Read)
	for name, tt := range map[string]struct {
		name string
		role apikey.Role
		want error
	}{
		"a name that is taken": {"a", apikey.Read, apikey.ErrTaken},
		"no name":              {"", apikey.Read, apikey.ErrInvalid},
		"a name with a space":  {"a b", apikey.Read, apikey.ErrInvalid},
		"a long name":          {strings.Repeat("a", 65), apikey.Read, apikey.ErrInvalid},
		"a role of no kind":    {"b", "admin", apikey.ErrInvalid},
	} {
		if _, err := file.Create(tt.name, tt.role, made); !errors.Is(err, tt.want) {
			t.Errorf("%s: %v, want %v", name, err, tt.want)
		}
	}
	if list, err := file.List(); len(list) != 1 || err != nil {
		t.Errorf("keys %v, %v", list, err)
	}
	if err := os.WriteFile(path+".new", nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := file.Create("c", apikey.Read, made); !errors.Is(err, apikey.ErrLocked) {
		t.Errorf("while another process changes it: %v", err)
	}
}

func TestDamagedFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "keys.json")
	if err := os.WriteFile(path, []byte("["), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := apikey.Open(path).Check("citygraph_x"); err == nil || errors.Is(err, apikey.ErrUnknown) {
		t.Errorf("a damaged file opens or says that the key is unknown: %v", err)
	}
}
