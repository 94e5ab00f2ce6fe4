# Every command of the project. "make" alone explains them.
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
SHELL := /bin/bash
NODE := node
RUN := $(NODE) --import tsx
ESBUILD := node_modules/.bin/esbuild
TIME := TIMEFORMAT='  %Rs'; time

help: ## this list
	@awk -F ':.*## ' '/^[a-z0-9-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: node_modules/.package-lock.json ## install what is missing: packages, node modules, OVN versions, kube-apiserver (minutes once, then a second)
	@$(RUN) test/support/setup.ts

node_modules/.package-lock.json: package-lock.json
	@echo 'node modules: npm ci (once, about 30 s) …'
	@$(TIME) npm ci --no-audit --no-fund --loglevel=error
	@touch $@

build: node_modules/.package-lock.json ## bundle the programs into dist/
	@$(RUN) test/support/build.ts

generate: node_modules/.package-lock.json ## write everything that is generated: from crds/schemas, the database schemas and the examples' programs
	@$(RUN) src/generate/main.ts
	@$(RUN) operator/install/main.ts
	@$(RUN) examples/synthesize.ts

golden: node_modules/.package-lock.json ## write the golden outputs of test/kinds anew; read the difference before you commit it
	@GOLDEN=write node_modules/.bin/mocha test/kinds/golden.test.ts

lint: node_modules/.package-lock.json ## check format, style and types
	@node_modules/.bin/tsc -p . --noEmit
	@node_modules/.bin/biome check .

format: node_modules/.package-lock.json ## put every file into the house format
	@node_modules/.bin/biome check --write .

verify: node_modules/.package-lock.json ## fail when anything generated is stale, a type is wrong or a file is not in the house style
	@$(RUN) src/generate/main.ts --check
	@$(RUN) operator/install/main.ts --check
	@$(RUN) examples/synthesize.ts --check
	@$(MAKE) --no-print-directory lint

test: setup build ## all tests: unit, protocol, API and end-to-end on the default OVN, then a short round on the oldest and the newest
	@$(RUN) test/support/run-tests.ts

test-unit: setup build ## all tests but end-to-end
	@$(RUN) test/support/run-tests.ts unit

test-e2e: setup build ## end-to-end tests only
	@$(RUN) test/support/run-tests.ts e2e

conformance: setup build ## run upstream's sig-network tests against three real nodes (about an hour); FOCUS=regexp: only these
	@$(RUN) test/conformance/main.ts

endurance: setup build ## what a real cluster survives under traffic, and that scaling leaves nothing; SURVIVAL_SECONDS=600 ROUNDS=20 PODS=100 is the whole proof
	@node_modules/.bin/mocha 'test/endurance/*.test.ts'

demo: setup build ## bring up a Kubernetes cluster of three nodes, apply the examples, show what reaches what; it stays up until make demo-down
	@$(RUN) examples/demo.ts

demo-down: node_modules/.package-lock.json ## remove the demo
	@$(RUN) test/support/sweep.ts demo

image: build ## write the container image to dist/subnetes-image.tar, without Docker (about ten seconds)
	@$(RUN) test/support/write-image.ts

bench: setup build ## measure against ceilings of the same run, into docs/bench (under 30 minutes); ONLY=pods,change chooses items, PORTS=… and other sizes stand in test/bench/main.ts
	@$(RUN) test/bench/main.ts

sweep: node_modules/.package-lock.json ## remove test beds that crashed runs or KEEP=1 left behind
	@$(RUN) test/support/sweep.ts

clean: ## remove what make built in this folder (the cache outside stays)
	@rm -rf dist

.PHONY: help endurance image setup build generate golden lint format verify test test-unit test-e2e conformance demo demo-down bench sweep clean
