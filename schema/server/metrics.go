package server

import (
	"net/http"
	"slices"
	"strconv"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/promhttp"
)

// metrics count requests in a registry of their own.
type metrics struct {
	registry   *prometheus.Registry
	requests   *prometheus.CounterVec
	errors     *prometheus.CounterVec
	duration   *prometheus.HistogramVec
	inFlight   prometheus.Gauge
	operations []string
}

// newMetrics makes the metrics. Operations are told apart by name only where the name is in the
// list, because clients choose names freely.
func newMetrics(operations []string) *metrics {
	m := &metrics{
		registry: prometheus.NewRegistry(),
		requests: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "citygraph_http_requests_total", Help: "Requests answered, by operation and status.",
		}, []string{"operation", "status"}),
		errors: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "citygraph_graphql_errors_total", Help: "Answers with an error, by code.",
		}, []string{"code"}),
		duration: prometheus.NewHistogramVec(prometheus.HistogramOpts{
			Name: "citygraph_http_request_duration_seconds", Help: "Time to answer, by operation.",
			Buckets: []float64{.001, .0025, .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10},
		}, []string{"operation"}),
		inFlight: prometheus.NewGauge(prometheus.GaugeOpts{
			Name: "citygraph_http_requests_in_flight", Help: "GraphQL requests being answered.",
		}),
		operations: operations,
	}
	m.registry.MustRegister(m.requests, m.errors, m.duration, m.inFlight)
	return m
}

// note counts one answered request.
func (m *metrics) note(r *record, took time.Duration) {
	if m == nil {
		return
	}
	operation := "other"
	if slices.Contains(m.operations, r.operation) {
		operation = r.operation
	}
	m.requests.WithLabelValues(operation, strconv.Itoa(r.status)).Inc()
	m.duration.WithLabelValues(operation).Observe(took.Seconds())
	for _, code := range r.codes {
		m.errors.WithLabelValues(code).Inc()
	}
}

// during counts the requests that next is answering.
func (m *metrics) during(next http.Handler) http.Handler {
	if m == nil {
		return next
	}
	return promhttp.InstrumentHandlerInFlight(m.inFlight, next)
}

func (m *metrics) handler() http.Handler {
	return promhttp.HandlerFor(m.registry, promhttp.HandlerOpts{})
}
