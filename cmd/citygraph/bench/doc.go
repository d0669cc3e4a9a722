// Package bench measures what README states: extraction, writing into each store beside the
// raw batched write, reading from a large graph, and the memory and steadiness of a long load.
// It holds benchmarks only; `make bench` runs them and prints one line each. Sizes are set by
// CITYGRAPH_BENCH=small for a quick look.
package bench
