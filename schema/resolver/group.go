package resolver

import (
	"encoding/json"
	"sync"
)

// shared remembers what a group has loaded, by key. The zero value is ready.
type shared struct {
	mu    sync.Mutex
	loads map[string]func() (any, error)
}

// once runs load for the first caller of the key and gives every caller its result.
func once[T any](s *shared, key string, load func() (T, error)) (T, error) {
	s.mu.Lock()
	if s.loads == nil {
		s.loads = map[string]func() (any, error){}
	}
	f, ok := s.loads[key]
	if !ok {
		f = sync.OnceValues(func() (any, error) { return load() })
		s.loads[key] = f
	}
	s.mu.Unlock()
	v, err := f()
	result, _ := v.(T)
	return result, err
}

// fingerprint writes values that tell two requests apart as text.
func fingerprint(values ...any) string {
	b, err := json.Marshal(values)
	if err != nil {
		panic("resolver: filter cannot be written as JSON: " + err.Error()) // filters hold plain data, and JSON input knows no NaN
	}
	return string(b)
}

// index is the place of each key in a list.
func index[K comparable, T any](list []T, key func(T) K) map[K]int {
	at := make(map[K]int, len(list))
	for i, item := range list {
		at[key(item)] = i
	}
	return at
}

// unique returns the list without the zero value and without doubles, in first order.
func unique[K comparable](list []K) []K {
	var zero K
	seen := make(map[K]bool, len(list))
	out := make([]K, 0, len(list))
	for _, k := range list {
		if k != zero && !seen[k] {
			seen[k] = true
			out = append(out, k)
		}
	}
	return out
}
