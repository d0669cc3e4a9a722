package llm

import (
	"errors"
	"fmt"
)

// givenUp returns the failure that every further question meets, nil while the endpoint is asked.
func (x *Extractor) givenUp() error {
	x.mu.Lock()
	defer x.mu.Unlock()
	if x.gaveUp != nil {
		return x.gaveUp
	}
	x.use.Asked++
	return nil
}

// judge gives the endpoint up after a failure that no other question would be spared, and after
// MaxFailures articles in a row without an answer: a dead endpoint must not slow down a load.
func (x *Extractor) judge(err error) {
	x.mu.Lock()
	defer x.mu.Unlock()
	var failed *askError
	switch {
	case !errors.As(err, &failed):
		x.failures = 0
		return
	case failed.reason == DropUnavailable:
		x.failures++
	}
	if x.gaveUp == nil && (failed.final || x.failures >= MaxFailures) {
		x.gaveUp = failed
		x.use.Stopped = fmt.Sprintf("%v; what was left is read by rules alone", failed.err)
	}
}
