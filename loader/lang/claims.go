package lang

import (
	"errors"
	"fmt"

	"citygraph/graph"
)

// Claims is the part of a language pack that tells how the language words the relations of the
// domain: a lexicon of trigger words by class, and patterns over them. Package loader/claim
// says what classes, patterns and frames mean, and compiles them.
type Claims struct {
	Header `yaml:",inline"`

	// Version goes into every claim made with the pack.
	Version string `yaml:"version"`
	// Prefixes are letters written together with the next word, with the classes that they
	// stand for: the و of وشانغهاي is "and".
	Prefixes map[string][]string `yaml:"prefixes"`
	Lexicon  []Entry             `yaml:"lexicon"`
	// Topics are cue words by topic code.
	Topics map[graph.Topic][]string `yaml:"topics"`
	Rules  []Rule                   `yaml:"rules"`
}

// Entry gives words to one or more classes, and to all of them the same settings.
type Entry struct {
	Class []string          `yaml:"class"`
	Set   map[string]string `yaml:"set"`
	Words []string          `yaml:"words"`
}

// Rule is one pattern and the frame that it fills.
type Rule struct {
	Name       string            `yaml:"name"`
	Frame      string            `yaml:"frame"`
	Pattern    string            `yaml:"pattern"`
	Roles      map[string]string `yaml:"roles"` // what fills a role that the pattern leaves open
	Set        map[string]string `yaml:"set"`
	Bar        []string          `yaml:"bar"`   // classes that may not stand in a gap
	Zones      []graph.Zone      `yaml:"zones"` // only there; everywhere where empty
	Confidence float64           `yaml:"confidence"`
	Match      []string          `yaml:"match"`  // examples in which the rule must match
	Refuse     []string          `yaml:"refuse"` // and in which it must not
}

// Check reports what is wrong with the file by itself; every error wraps graph.ErrInvalid.
// Patterns are checked where they are compiled.
func (c *Claims) Check() error {
	var errs []error
	fail := func(field, reason string) {
		errs = append(errs, &graph.InvalidError{Field: "claims." + field, Reason: reason})
	}
	if c.Source == "" || c.Licence == "" || c.Date == "" || c.Version == "" {
		fail("header", "needs source, licence, date and version")
	}
	for i, e := range c.Lexicon {
		if len(e.Class) == 0 || len(e.Words) == 0 {
			fail(fmt.Sprintf("lexicon[%d]", i), "has no class or no words")
		}
	}
	for topic := range c.Topics {
		if topic == "" || !graph.HasCode("Topic", string(topic)) {
			fail("topics", fmt.Sprintf("%q is no topic", topic))
		}
	}
	seen := map[string]bool{}
	for _, r := range c.Rules {
		switch {
		case r.Name == "" || r.Frame == "" || r.Pattern == "":
			fail("rules", fmt.Sprintf("%q lacks name, frame or pattern", r.Name))
		case seen[r.Name]:
			fail("rules", fmt.Sprintf("%q stands twice", r.Name))
		case r.Confidence <= 0 || r.Confidence > 1:
			fail("rules", fmt.Sprintf("%q has no confidence between 0 and 1", r.Name))
		}
		seen[r.Name] = true
	}
	return errors.Join(errs...)
}
