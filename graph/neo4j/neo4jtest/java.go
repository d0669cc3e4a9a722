package neo4jtest

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// guard becomes the server and leaves a watcher behind that ends it by its process id, and
// removes its folder ($0), when the test binary is gone: then the pipe on standard input ends
// without the line that a regular end writes.
const guard = `exec 3<&0; (read -r _ <&3 || { kill -9 $$; rm -rf "$0"; }) & exec "$@" 3<&- </dev/null`

// process is a server run by Java from jars, in a folder of its own.
type process struct {
	home     string
	jars     string
	java     string
	port     int
	password string
	imports  []string // arguments of `database import full`, none: the database begins empty

	cmd   *exec.Cmd
	alive *os.File      // write end of the guard's pipe
	done  chan struct{} // closed when the process has ended
}

// newJava prepares a folder for a server where Java is there and the jars are or can be fetched.
func newJava(ctx context.Context) (*Server, error) {
	java, err := findJava(ctx)
	if err != nil {
		return nil, err
	}
	jars, err := fetchJars(ctx)
	if err != nil {
		return nil, err
	}
	port, err := freePort()
	if err != nil {
		return nil, err
	}
	home, err := os.MkdirTemp("", "citygraph-neo4j-")
	if err != nil {
		return nil, fmt.Errorf("neo4jtest: %w", err)
	}
	how := fmt.Sprintf("started Neo4j %s with Java on port %d", Version, port)
	return newServer(port, how, func(password string) engine {
		return &process{home: home, jars: jars, java: java, port: port, password: password}
	}), nil
}

// OpenImported returns a server over what `neo4j-admin database import full` makes of files; args
// are the import's own. It is run by Java: no other kind of server has the tool at hand.
func OpenImported(ctx context.Context, args ...string) (*Server, error) {
	server, err := newJava(ctx)
	if err != nil {
		return nil, err
	}
	p, ok := server.engine.(*process)
	if !ok {
		return nil, errors.New("neo4jtest: the server is no process")
	}
	p.imports = args
	if err := server.launch(ctx); err != nil {
		return nil, err
	}
	return server, nil
}

func (p *process) start(ctx context.Context) error {
	if p.cmd == nil {
		if err := p.prepare(ctx); err != nil {
			return err
		}
	}
	log, err := os.OpenFile(filepath.Join(p.home, "logs", "console.log"), os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o600)
	if err != nil {
		return fmt.Errorf("neo4jtest: %w", err)
	}
	defer func() { _ = log.Close() }()
	read, write, err := os.Pipe()
	if err != nil {
		return fmt.Errorf("neo4jtest: %w", err)
	}
	defer func() { _ = read.Close() }()
	p.alive = write
	p.cmd = exec.Command("sh", slices.Concat([]string{"-c", guard, p.home, p.java}, p.serverArgs())...)
	p.cmd.Stdin, p.cmd.Stdout, p.cmd.Stderr = read, log, log
	if err := p.cmd.Start(); err != nil {
		return errors.Join(fmt.Errorf("neo4jtest: %w", err), write.Close())
	}
	done := make(chan struct{})
	p.done = done
	go func() {
		defer close(done)
		_ = p.cmd.Wait() // ends by a signal: always an error
	}()
	return nil
}

// prepare writes the configuration and sets the first password.
func (p *process) prepare(ctx context.Context) error {
	for _, dir := range []string{"conf", "data", "logs"} {
		if err := os.MkdirAll(filepath.Join(p.home, dir), 0o700); err != nil {
			return fmt.Errorf("neo4jtest: %w", err)
		}
	}
	address := fmt.Sprintf("127.0.0.1:%d", p.port)
	lines := []string{
		"server.default_listen_address=127.0.0.1",
		"server.bolt.listen_address=" + address,
		"server.bolt.advertised_address=" + address,
	}
	for key, value := range settings() {
		lines = append(lines, key+"="+value)
	}
	slices.Sort(lines)
	conf := filepath.Join(p.home, "conf", "neo4j.conf")
	if err := os.WriteFile(conf, []byte(strings.Join(lines, "\n")+"\n"), 0o600); err != nil {
		return fmt.Errorf("neo4jtest: %w", err)
	}
	if err := p.admin(ctx, "dbms", "set-initial-password", p.password); err != nil {
		return err
	}
	if len(p.imports) == 0 {
		return nil
	}
	return p.admin(ctx, slices.Concat([]string{"database", "import", "full", Database}, p.imports)...)
}

// admin runs neo4j-admin on the folder of the server, which is not running.
func (p *process) admin(ctx context.Context, args ...string) error {
	admin := exec.CommandContext(ctx, p.java, slices.Concat([]string{"-cp", filepath.Join(p.jars, "*"), "org.neo4j.cli.AdminTool"}, args)...)
	admin.Dir = p.home // where the import leaves its report
	admin.Env = append(os.Environ(), "NEO4J_HOME="+p.home, "NEO4J_CONF="+filepath.Join(p.home, "conf"))
	if out, err := admin.CombinedOutput(); err != nil {
		return fmt.Errorf("neo4jtest: neo4j-admin %s: %w: %s", strings.Join(args[:2], " "), err, out)
	}
	return nil
}

func (p *process) serverArgs() []string {
	// A test server lives for minutes and plans many queries once: the quick compiler alone is
	// faster for that than waiting for the good one.
	args := []string{"-Xms256m", "-Xmx1g", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:+ExitOnOutOfMemoryError"}
	for _, opened := range []string{"java.nio", "java.io", "sun.nio.ch", "java.lang"} {
		args = append(args, "--add-opens=java.base/"+opened+"=ALL-UNNAMED")
	}
	return append(args, "-cp", filepath.Join(p.jars, "*"), "org.neo4j.server.CommunityEntryPoint",
		"--home-dir="+p.home, "--config-dir="+filepath.Join(p.home, "conf"))
}

func (p *process) kill() error {
	if p.exited() != nil {
		return nil
	}
	if err := p.cmd.Process.Kill(); err != nil && !errors.Is(err, os.ErrProcessDone) {
		return fmt.Errorf("neo4jtest: %w", err)
	}
	select {
	case <-p.done:
	case <-time.After(30 * time.Second):
		return fmt.Errorf("neo4jtest: process %d does not end", p.cmd.Process.Pid)
	}
	_, err := p.alive.WriteString("\n")
	return errors.Join(err, p.alive.Close())
}

func (p *process) stop() error {
	var err error
	if p.cmd != nil && p.cmd.Process != nil {
		err = p.kill()
	}
	return errors.Join(err, os.RemoveAll(p.home))
}

// exited returns the end of the server's log where the process is no more, nil while it runs.
func (p *process) exited() error {
	select {
	case <-p.done:
	default:
		return nil
	}
	log, _ := os.ReadFile(filepath.Join(p.home, "logs", "console.log"))
	return fmt.Errorf("neo4jtest: the server ended: %s", log[max(0, len(log)-2000):])
}
