package neo4jtest

import (
	"context"
	_ "embed"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
)

//go:embed pom.xml
var pom []byte

// minJava is the oldest Java that Neo4j 5.26 runs on.
const minJava = 17

var javaVersion = regexp.MustCompile(`version "(\d+)`)

// findJava returns the path of a Java that is new enough.
func findJava(ctx context.Context) (string, error) {
	path, err := exec.LookPath("java")
	if err != nil {
		return "", errors.New("java is not installed")
	}
	out, err := exec.CommandContext(ctx, path, "-version").CombinedOutput()
	if err != nil {
		return "", fmt.Errorf("java -version: %w", err)
	}
	match := javaVersion.FindSubmatch(out)
	if match == nil {
		return "", fmt.Errorf("java -version prints %q", out)
	}
	if major, _ := strconv.Atoi(string(match[1])); major < minJava {
		return "", fmt.Errorf("java is version %s, need %d", match[1], minJava)
	}
	return path, nil
}

// cacheDir is where jars and locks are kept.
func cacheDir() (string, error) {
	base, err := os.UserCacheDir()
	if err != nil {
		return "", fmt.Errorf("neo4jtest: %w", err)
	}
	dir := filepath.Join(base, "citygraph", "neo4j-"+Version)
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return "", fmt.Errorf("neo4jtest: %w", err)
	}
	return dir, nil
}

// fetchJars returns the folder of the server's jars, filled by Maven the first time. The folder
// takes its name only when it is whole.
func fetchJars(ctx context.Context) (string, error) {
	dir, err := cacheDir()
	if err != nil {
		return "", err
	}
	unlock, err := lock("jars")
	if err != nil {
		return "", err
	}
	defer func() { _ = unlock() }()
	jars := filepath.Join(dir, "lib")
	if _, err := os.Stat(jars); err == nil {
		return jars, nil
	}
	work, err := os.MkdirTemp(dir, "fetch-")
	if err != nil {
		return "", fmt.Errorf("neo4jtest: %w", err)
	}
	defer func() { _ = os.RemoveAll(work) }()
	file := filepath.Join(work, "pom.xml")
	if err := os.WriteFile(file, pom, 0o600); err != nil {
		return "", fmt.Errorf("neo4jtest: %w", err)
	}
	fetched := filepath.Join(work, "lib")
	mvn := exec.CommandContext(ctx, "mvn", "-q", "-B", "-f", file, "dependency:copy-dependencies",
		"-DincludeScope=runtime", "-DoutputDirectory="+fetched)
	out, err := mvn.CombinedOutput()
	if errors.Is(err, exec.ErrNotFound) {
		return "", errors.New("mvn is not installed")
	}
	if err != nil {
		return "", fmt.Errorf("mvn dependency:copy-dependencies: %w: %s", err, out)
	}
	if err := os.Rename(fetched, jars); err != nil {
		return "", fmt.Errorf("neo4jtest: %w", err)
	}
	return jars, nil
}
