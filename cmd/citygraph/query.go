package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"citygraph/graph"
	"citygraph/schema/server"
)

// queryRequest is a GraphQL request as it goes over HTTP.
type queryRequest struct {
	Query         string          `json:"query"`
	OperationName string          `json:"operationName,omitempty"`
	Variables     json.RawMessage `json:"variables,omitempty"`
}

func newQuery() *cobra.Command {
	cmd := &cobra.Command{
		Use: "query DOCUMENT|FILE|-", Short: "Run a GraphQL document",
		Long: "Runs a GraphQL document, given as it is, as a file or on standard input, against the store, or\n" +
			"against a running server with --server (its API key in CITYGRAPH_API_KEY). The answer is printed as JSON; errors in it make the\n" +
			"exit code 1.",
		Example: "  citygraph query '{ stats { articles } }'\n" +
			"  citygraph query twins.graphql --variables '{\"name\": \"上海\"}'\n" +
			"  citygraph query --server http://127.0.0.1:8080/graphql twins.graphql",
		Args: usage(cobra.ExactArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			request, err := readQuery(cmd, args[0])
			if err != nil {
				return err
			}
			if url, _ := cmd.Flags().GetString("server"); url != "" {
				return askServer(cmd, url, request)
			}
			return withStore(cmd, func(_ context.Context, s graph.Store) error { return askStore(cmd, s, request) })
		},
	}
	cmd.Flags().String("variables", "", "variables as a JSON object")
	cmd.Flags().String("operation", "", "which operation of the document to run")
	cmd.Flags().String("server", "", "address of a running server's /graphql")
	return cmd
}

// readQuery takes the document from an argument: text with a brace, else a file, - for
// standard input.
func readQuery(cmd *cobra.Command, arg string) (queryRequest, error) {
	document, err := []byte(arg), error(nil)
	switch {
	case arg == "-":
		document, err = io.ReadAll(cmd.InOrStdin())
	case !strings.Contains(arg, "{"):
		document, err = os.ReadFile(arg)
	}
	if err != nil {
		return queryRequest{}, usageError("document: %w", err)
	}
	operation, _ := cmd.Flags().GetString("operation")
	variables, _ := cmd.Flags().GetString("variables")
	request := queryRequest{Query: string(document), OperationName: operation}
	if variables != "" {
		if !json.Valid([]byte(variables)) {
			return request, usageError("--variables: not JSON")
		}
		request.Variables = json.RawMessage(variables)
	}
	return request, nil
}

// askStore runs the request through the same handler as a server, without a network.
func askStore(cmd *cobra.Command, s graph.Store, q queryRequest) error {
	body, err := json.Marshal(q)
	if err != nil {
		return err
	}
	req := httptest.NewRequestWithContext(cmd.Context(), http.MethodPost, "/graphql", bytes.NewReader(body))
	setHeaders(req)
	config, err := serverConfig(cmd, s)
	if err != nil {
		return err
	}
	answer := httptest.NewRecorder()
	server.New(config).ServeHTTP(answer, req)
	return printAnswer(cmd, answer.Body)
}

func askServer(cmd *cobra.Command, url string, q queryRequest) error {
	body, err := json.Marshal(q)
	if err != nil {
		return err
	}
	req, err := http.NewRequestWithContext(cmd.Context(), http.MethodPost, url, bytes.NewReader(body))
	if err != nil {
		return usageError("--server: %w", err)
	}
	setHeaders(req)
	if key := os.Getenv(envPrefix + "API_KEY"); key != "" {
		req.Header.Set("Authorization", "Bearer "+key)
	}
	res, err := http.DefaultClient.Do(req)
	if err != nil {
		return &exitError{exitStore, err}
	}
	defer res.Body.Close()
	return printAnswer(cmd, res.Body)
}

func setHeaders(req *http.Request) {
	req.Header.Set("Content-Type", "application/json")
	req.Header.Set("Accept", "application/graphql-response+json")
}

func printAnswer(cmd *cobra.Command, body io.Reader) error {
	raw, err := io.ReadAll(body)
	if err != nil {
		return err
	}
	var answer struct {
		Errors []json.RawMessage `json:"errors"`
	}
	if err := json.Unmarshal(raw, &answer); err != nil {
		return fmt.Errorf("the answer is not GraphQL: %.200s", raw)
	}
	var pretty bytes.Buffer
	if err := json.Indent(&pretty, raw, "", "  "); err != nil {
		return err
	}
	fmt.Fprintln(cmd.OutOrStdout(), pretty.String())
	if len(answer.Errors) > 0 {
		return &exitError{exitFailure, fmt.Errorf("the answer holds %d errors", len(answer.Errors))}
	}
	return nil
}
