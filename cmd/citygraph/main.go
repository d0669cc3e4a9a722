// Command citygraph turns news about city diplomacy into a graph that can be questioned, with
// the sentence behind every edge.
//
// A first session needs no service and no configuration:
//
//	citygraph demo                         # load the sample articles, serve API and explorer
//	citygraph load articles/ feed.xml      # read articles into the store
//	citygraph query '{ city(name: "Cork") { twins { nodes { name } } } }'
//	citygraph serve                        # the GraphQL API on loopback
//
// # Stores
//
// --store takes the path of an embedded SQLite file (default citygraph.db) or the address of a
// Neo4j server (neo4j:// routes over a cluster, bolt:// talks to one server). Credentials come
// from NEO4J_USERNAME and NEO4J_PASSWORD or from --password-file, never from a flag; the key of
// a model's API from CITYGRAPH_LLM_KEY or --llm-key-file.
//
// # Configuration
//
// A flag beats the environment (CITYGRAPH_STORE for --store, and so on), that beats the file
// (--config, else ./citygraph.yaml, else citygraph/config.yaml in the user's configuration
// folder), and that beats the default. `citygraph config show` prints each value with where it
// came from.
//
// # Streams and exit codes
//
// Data goes to standard output, all else to standard error; --json makes the data one JSON
// document. 0 is success, 1 failure, 2 wrong usage, 3 wrong configuration, 4 a store that
// cannot be reached, 5 a run that quarantined some articles, 130 an interrupt.
package main

import "os"

// version is set by the build from the repository's state.
var version = "dev"

func main() {
	os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}
