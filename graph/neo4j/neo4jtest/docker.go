package neo4jtest

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os/exec"
	"slices"
	"strconv"
	"strings"
)

// Image is the Docker image of the server.
const Image = "neo4j:" + Version + "-community"

// container is a server in a container, known by its id after the first start.
type container struct {
	port     int
	password string
	id       string
}

// newDocker prepares a container where a Docker engine answers and has, or can pull, Image.
func newDocker(ctx context.Context) (*Server, error) {
	version, err := docker(ctx, "info", "--format", "{{.ServerVersion}}")
	if err == nil && version == "" {
		err = errors.New("no engine answers")
	}
	if err != nil {
		return nil, err
	}
	if _, err := docker(ctx, "image", "inspect", Image); err != nil {
		if _, err := docker(ctx, "pull", "--quiet", Image); err != nil {
			return nil, err
		}
	}
	port, err := freePort()
	if err != nil {
		return nil, err
	}
	return newServer(port, fmt.Sprintf("started %s in Docker on port %d", Image, port), func(password string) engine {
		return &container{port: port, password: password}
	}), nil
}

func (c *container) start(ctx context.Context) error {
	if c.id != "" {
		_, err := docker(ctx, "start", c.id)
		return err
	}
	id, err := docker(ctx, c.run()...)
	c.id = id
	return err
}

// run is the command that makes the container. The port is the same inside and out, because a
// neo4j:// client goes where the server says it is.
func (c *container) run() []string {
	port := strconv.Itoa(c.port)
	args := []string{
		"run", "--detach", "--label", "citygraph=disposable", "--publish", "127.0.0.1:" + port + ":" + port,
		"--env", "NEO4J_AUTH=neo4j/" + c.password,
		"--env", "NEO4J_server_bolt_listen__address=0.0.0.0:" + port,
		"--env", "NEO4J_server_bolt_advertised__address=127.0.0.1:" + port,
		"--env", "NEO4J_server_memory_heap_max__size=1g",
	}
	var env []string
	for key, value := range settings() {
		name := strings.ReplaceAll(strings.ReplaceAll(key, "_", "__"), ".", "_")
		env = append(env, "NEO4J_"+name+"="+value)
	}
	slices.Sort(env)
	for _, e := range env {
		args = append(args, "--env", e)
	}
	return append(args, Image)
}

func (c *container) kill() error {
	_, err := docker(context.Background(), "kill", c.id)
	return err
}

func (c *container) stop() error {
	if c.id == "" {
		return nil
	}
	_, err := docker(context.Background(), "rm", "--force", "--volumes", c.id)
	return err
}

// docker runs the client and returns what it prints.
func docker(ctx context.Context, args ...string) (string, error) {
	var out, errs bytes.Buffer
	cmd := exec.CommandContext(ctx, "docker", args...)
	cmd.Stdout, cmd.Stderr = &out, &errs
	if err := cmd.Run(); err != nil {
		if errors.Is(err, exec.ErrNotFound) {
			return "", errors.New("not installed")
		}
		return "", fmt.Errorf("docker %s: %w: %s", args[0], err, strings.TrimSpace(errs.String()))
	}
	return strings.TrimSpace(out.String()), nil
}
