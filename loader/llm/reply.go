package llm

import (
	_ "embed"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
)

//go:embed schema.json
var schema []byte

//go:embed prompt.txt
var prompt string

// PromptVersion names the instructions and the schema. It changes with them, so that no reply
// to older ones is taken from a cache.
const PromptVersion = "1"

// item is one fact as the model states it: codes and verbatim texts, "" where it has none.
type item struct {
	Kind     string `json:"kind"`
	Subject  string `json:"subject"`
	Object   string `json:"object"`
	State    string `json:"state"`
	Tier     string `json:"tier"`
	Office   string `json:"office"`
	PostedTo string `json:"posted_to"`
	When     string `json:"when"`
	Number   string `json:"number"`
	Quote    string `json:"quote"`
}

// parse reads a reply. Anything but one object of the schema's shape is an error; whether the
// codes are known is told item by item.
func parse(reply string) ([]item, error) {
	var body struct {
		Items *[]item `json:"items"`
	}
	dec := json.NewDecoder(strings.NewReader(reply))
	dec.DisallowUnknownFields()
	if err := dec.Decode(&body); err != nil {
		return nil, fmt.Errorf("reply: %w", err)
	}
	if _, err := dec.Token(); !errors.Is(err, io.EOF) {
		return nil, errors.New("reply: more than one value")
	}
	if body.Items == nil {
		return nil, errors.New("reply: no items")
	}
	return *body.Items, nil
}
