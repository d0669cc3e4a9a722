package server

import (
	"context"
	"errors"
	"net"
	"net/http"
	"time"
)

// The time-outs of the connection.
const (
	readHeaderTimeout = 5 * time.Second
	readTimeout       = 15 * time.Second
	writeTimeout      = 30 * time.Second // above the request's deadline
	idleTimeout       = 60 * time.Second
	maxHeaderBytes    = 16 << 10
)

// Serve answers on the listener until the context ends. Then /readyz turns unready, running
// requests get the grace period to end, and Serve returns nil; requests that outlast it are cut
// off and the error says so. The listener is closed in any case.
func (s *Server) Serve(ctx context.Context, listener net.Listener, grace time.Duration) error {
	srv := &http.Server{
		Handler: s, ReadHeaderTimeout: readHeaderTimeout, ReadTimeout: readTimeout, WriteTimeout: writeTimeout,
		IdleTimeout: idleTimeout, MaxHeaderBytes: maxHeaderBytes,
	}
	stopped := make(chan error, 1)
	go func() { stopped <- srv.Serve(listener) }()
	select {
	case err := <-stopped:
		return err
	case <-ctx.Done():
	}
	s.Drain()
	closing, cancel := context.WithTimeout(context.WithoutCancel(ctx), grace)
	defer cancel()
	err := srv.Shutdown(closing)
	if err != nil {
		err = errors.Join(err, srv.Close())
	}
	if served := <-stopped; !errors.Is(served, http.ErrServerClosed) {
		err = errors.Join(err, served)
	}
	return err
}

// Drain makes /readyz answer that no more requests are welcome, and ends the streams of changes.
func (s *Server) Drain() {
	if !s.health.draining.Swap(true) {
		close(s.ending)
	}
}
