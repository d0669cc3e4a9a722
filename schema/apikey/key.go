package apikey

import (
	"crypto/rand"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/base64"
	"encoding/hex"
	"errors"
	"fmt"
	"regexp"
	"strings"
	"time"
)

// Role is what a key may do. Load includes Read.
type Role string

// The roles.
const (
	Read Role = "read" // ask and export
	Load Role = "load" // also send articles
)

// Roles lists every role, the lesser first.
func Roles() []Role { return []Role{Read, Load} }

// Allows reports whether a key of the role may do what needs another role.
func (r Role) Allows(needed Role) bool { return r == Load || r == needed }

// The errors of this package.
var (
	ErrUnknown = errors.New("apikey: no such key")
	ErrTaken   = errors.New("apikey: another key has this name")
	ErrInvalid = errors.New("apikey: a name has 1 to 64 letters, digits, dots, dashes or underscores, and a role is read or load")
	ErrLocked  = errors.New("apikey: another process changes the file, or died while it did")
)

// Key is what the file holds of a key: everything but the key.
type Key struct {
	Name    string    `json:"name"` // unique; it is what logs show
	Role    Role      `json:"role"`
	Created time.Time `json:"created"`
	Hash    string    `json:"sha256"` // of the whole secret, in hexadecimal
}

// prefix begins every secret, so that scanners for leaked secrets can know one.
const prefix = "citygraph_"

var namePattern = regexp.MustCompile(`^[A-Za-z0-9._-]{1,64}$`)

// newKey makes a key and its secret.
func newKey(name string, role Role, now time.Time) (Key, string, error) {
	if !namePattern.MatchString(name) || role != Read && role != Load {
		return Key{}, "", ErrInvalid
	}
	var random [32]byte
	rand.Read(random[:]) // never fails
	secret := prefix + base64.RawURLEncoding.EncodeToString(random[:])
	return Key{Name: name, Role: role, Created: now.UTC().Truncate(time.Second), Hash: digest(secret)}, secret, nil
}

func digest(secret string) string {
	sum := sha256.Sum256([]byte(secret))
	return hex.EncodeToString(sum[:])
}

// check finds the key of a secret. It compares with every key, in the same time for each.
func check(keys []Key, secret string) (Key, error) {
	var found *Key
	if strings.HasPrefix(secret, prefix) {
		hash := []byte(digest(secret))
		for i := range keys {
			if subtle.ConstantTimeCompare(hash, []byte(keys[i].Hash)) == 1 {
				found = &keys[i]
			}
		}
	}
	if found == nil {
		return Key{}, fmt.Errorf("%w for this secret", ErrUnknown)
	}
	return *found, nil
}
