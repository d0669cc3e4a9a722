//go:build !race

package server_test

// slower is how much the race detector slows the code that a test times.
const slower = 1
