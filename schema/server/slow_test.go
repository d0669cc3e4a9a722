package server_test

import (
	"context"
	"errors"
	"io"
	"net"
	"net/http"
	"os"
	"testing"
	"time"
)

// TestSlowClient sends half a header and waits: the server hangs up. The control is the same
// handler without time-outs, which still waits then.
func TestSlowClient(t *testing.T) {
	const patience = 8 * time.Second // above the server's time for a header
	h := newServer(reference(t))
	tests := []struct {
		name    string
		serve   func(ctx context.Context, l net.Listener) error
		hangsUp bool
	}{
		{"with its time-outs", func(ctx context.Context, l net.Listener) error { return h.Serve(ctx, l, time.Second) }, true},
		{"without", func(ctx context.Context, l net.Listener) error {
			srv := &http.Server{Handler: h} //nolint:gosec // the control has no time-outs on purpose
			defer context.AfterFunc(ctx, func() { _ = srv.Close() })()
			return srv.Serve(l)
		}, false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			listener, err := net.Listen("tcp", "127.0.0.1:0")
			if err != nil {
				t.Fatal(err)
			}
			ctx, cancel := context.WithCancel(t.Context())
			ended := make(chan error, 1)
			go func() { ended <- tt.serve(ctx, listener) }()
			client, err := net.Dial("tcp", listener.Addr().String())
			if err != nil {
				t.Fatal(err)
			}
			if _, err := io.WriteString(client, "POST /graphql HTTP/1.1\r\nHost: localhost\r\n"); err != nil {
				t.Fatal(err)
			}
			if err := client.SetReadDeadline(time.Now().Add(patience)); err != nil {
				t.Fatal(err)
			}
			_, err = io.ReadAll(client)
			if hungUp := !errors.Is(err, os.ErrDeadlineExceeded); hungUp != tt.hangsUp {
				t.Errorf("hung up: %t, want %t (%v)", hungUp, tt.hangsUp, err)
			}
			if err := client.Close(); err != nil {
				t.Error(err)
			}
			cancel()
			if err := <-ended; err != nil && !errors.Is(err, http.ErrServerClosed) {
				t.Error(err)
			}
		})
	}
}
