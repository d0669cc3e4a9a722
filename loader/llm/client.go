package llm

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strconv"
	"time"

	"citygraph/graph"
)

// question is all that decides a reply.
type question struct {
	Version      string
	Model        string
	Instructions string
	Text         string
}

// askError is a question without a reply, with the reason that it is counted by.
type askError struct {
	reason graph.DropReason
	err    error
	again  bool          // worth asking again
	after  time.Duration // as the endpoint wishes; 0: it says nothing
	final  bool          // no other question will fare better
}

func (e *askError) Error() string { return string(e.reason) + ": " + e.err.Error() }
func (e *askError) Unwrap() error { return e.err }

// client asks one endpoint. It is safe for concurrent use.
type client struct {
	http    *http.Client
	url     string
	key     string
	timeout time.Duration
	sleep   func(context.Context, time.Duration) error
	budget  *budget
}

// ask asks until there is a reply, a failure that will not pass, or MaxAttempts. The error is an
// *askError, or ctx's.
func (c *client) ask(ctx context.Context, q question) (string, error) {
	body, err := json.Marshal(q.request())
	if err != nil {
		return "", &askError{reason: DropRefused, err: err}
	}
	pause := FirstPause
	for attempt := 1; ; attempt++ {
		reply, err := c.attempt(ctx, body)
		var failed *askError
		if ctx.Err() != nil {
			return "", ctx.Err()
		}
		if !errors.As(err, &failed) || !failed.again || attempt == MaxAttempts {
			return reply, err
		}
		if err := c.sleep(ctx, min(max(pause, failed.after), LongestPause)); err != nil {
			return "", err
		}
		pause *= 2
	}
}

// attempt asks once. What it may cost is set aside first; a question that timed out counts as
// if the reply had been as long as it may be, since the endpoint may well have made it.
func (c *client) attempt(ctx context.Context, body []byte) (string, error) {
	reserved := len(body)/bytesPerToken + MaxReplyTokens
	if !c.budget.reserve(reserved) {
		return "", &askError{reason: DropBudget, err: errors.New("the token budget is spent"), final: true}
	}
	used := 0
	defer func() { c.budget.settle(reserved, used) }()
	waiting, cancel := context.WithTimeout(ctx, c.timeout)
	defer cancel()
	answer, err := c.post(waiting, body)
	if err != nil {
		if waiting.Err() != nil {
			used = reserved
		}
		return "", err
	}
	used = len(body)/bytesPerToken + len(answer)/bytesPerToken
	reply, tokens, err := content(answer)
	if tokens > 0 {
		used = tokens
	}
	return reply, err
}

// post sends the body and returns the answer of a success.
func (c *client) post(ctx context.Context, body []byte) ([]byte, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, c.url, bytes.NewReader(body))
	if err != nil {
		return nil, &askError{reason: DropRefused, err: err, final: true}
	}
	req.Header.Set("Content-Type", "application/json")
	if c.key != "" {
		req.Header.Set("Authorization", "Bearer "+c.key)
	}
	res, err := c.http.Do(req)
	if err != nil {
		return nil, &askError{reason: DropUnavailable, err: err, again: true}
	}
	defer res.Body.Close()
	if res.StatusCode != http.StatusOK {
		return nil, refusal(res)
	}
	answer, err := io.ReadAll(io.LimitReader(res.Body, MaxReplyBytes+1))
	switch {
	case err != nil:
		return nil, &askError{reason: DropUnavailable, err: err, again: true}
	case len(answer) > MaxReplyBytes:
		return nil, &askError{reason: DropReplySize, err: &graph.LimitError{Limit: "MaxReplyBytes", Max: MaxReplyBytes, Got: len(answer)}}
	}
	return answer, nil
}

// refusal reads a status that is no success. What the body says is not repeated: it may hold
// the key.
func refusal(res *http.Response) *askError {
	e := &askError{reason: DropRefused, err: fmt.Errorf("the endpoint answers %s", res.Status)}
	switch code := res.StatusCode; {
	case code == http.StatusTooManyRequests || code == http.StatusRequestTimeout || code >= 500:
		e.reason, e.again = DropUnavailable, true
		if seconds, err := strconv.Atoi(res.Header.Get("Retry-After")); err == nil && seconds > 0 {
			e.after = time.Duration(min(seconds, int(LongestPause/time.Second))) * time.Second
		}
	case code == http.StatusUnauthorized || code == http.StatusForbidden || code == http.StatusNotFound || code/100 == 3:
		e.final = true
	}
	return e
}

// request is the question as chat completions spell it.
func (q question) request() any {
	type message struct {
		Role    string `json:"role"`
		Content string `json:"content"`
	}
	return map[string]any{
		"model": q.Model, "temperature": 0, "seed": 1, "max_tokens": MaxReplyTokens,
		"messages": []message{{"system", q.Instructions}, {"user", q.Text}},
		"response_format": map[string]any{
			"type":        "json_schema",
			"json_schema": map[string]any{"name": "facts", "strict": true, "schema": json.RawMessage(schema)},
		},
	}
}

// content takes the model's words and what they cost, 0 where it is not said, out of an answer.
func content(answer []byte) (string, int, error) {
	var body struct {
		Choices []struct {
			Message struct {
				Content string `json:"content"`
			} `json:"message"`
		} `json:"choices"`
		Usage struct {
			Tokens int `json:"total_tokens"`
		} `json:"usage"`
	}
	if err := json.Unmarshal(answer, &body); err != nil {
		return "", 0, &askError{reason: DropReply, err: err}
	}
	if len(body.Choices) == 0 {
		return "", body.Usage.Tokens, &askError{reason: DropReply, err: errors.New("no choices")}
	}
	return body.Choices[0].Message.Content, body.Usage.Tokens, nil
}
