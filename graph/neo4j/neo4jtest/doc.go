// Package neo4jtest gives tests a real Neo4j that they may wipe, kill and start again.
//
// A server is taken from the first of these that is there:
//
//  1. NEO4J_TEST_URI, with NEO4J_USERNAME and NEO4J_PASSWORD: a running server, and only if its
//     database holds a node (:Disposable). Mark one with CREATE (:Disposable).
//  2. A Docker engine that answers: the Community image of Version.
//  3. Java 17 or later and, for the first time, Maven: the Community server of Version from
//     Maven Central, kept below os.UserCacheDir (118 MB).
//
// The last two listen on a free loopback port with a random password, need no clean-up and are
// ended by their container or process id; one started with Java ends even when the test
// binary is killed. Where there is none, tests are skipped with a line that says how to get
// one; with CI=true they fail instead.
//
// Community has one user database, so one server serves one test binary at a time: with
// NEO4J_TEST_URI, binaries on one machine wait for each other.
//
// A test binary shares one server among its tests:
//
//	var shared neo4jtest.Shared
//
//	func TestMain(m *testing.M) { shared.Main(m) }
//
//	func TestLoad(t *testing.T) {
//		server := shared.Start(t) // started by the first test that asks, empty for each
//		...
//	}
package neo4jtest

// Version is the Neo4j release under test, the one that pom.xml and docker-compose.yml pin.
const Version = "5.26.28"
