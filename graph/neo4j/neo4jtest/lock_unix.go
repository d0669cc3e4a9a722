//go:build unix

package neo4jtest

import (
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"syscall"
)

// lock waits for the named lock among the processes of this user and returns its release. The
// system frees it when the process ends.
func lock(name string) (func() error, error) {
	dir, err := cacheDir()
	if err != nil {
		return nil, err
	}
	file, err := os.OpenFile(filepath.Join(dir, url.PathEscape(name)+".lock"), os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		return nil, fmt.Errorf("neo4jtest: lock: %w", err)
	}
	for err = syscall.EINTR; errors.Is(err, syscall.EINTR); {
		err = syscall.Flock(int(file.Fd()), syscall.LOCK_EX)
	}
	if err != nil {
		return nil, errors.Join(fmt.Errorf("neo4jtest: lock: %w", err), file.Close())
	}
	return file.Close, nil
}
