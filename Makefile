# Everything runs from .venv, made here from the hashed locks in requirements/; nothing global is needed but Python and make.
PYTHON      ?= python3
ENGINE      ?= mkdocs
# "true" for the site that the public reads: decided text only, and no gaps in the history.
PUBLISH     ?=
PYTEST_ARGS ?= -n auto --dist loadgroup
UPGRADE     ?=

VENV := .venv
BIN  := $(VENV)/bin
# Wheels only: no package's own code runs while it is installed.
PIP  := $(BIN)/python -m pip --disable-pip-version-check install -qq
LOCKED := $(PIP) --require-hashes --only-binary :all: -r

# Stamps: a lock file that has not changed installs nothing.
SITE     := $(VENV)/.site-installed
PACKAGE  := $(VENV)/.package-installed
TEST     := $(VENV)/.test-installed
WORD     := $(VENV)/.word-installed
BENCH    := $(VENV)/.bench-installed
ZENSICAL := $(VENV)/.zensical-installed
AXE      := node_modules/.package-lock.json

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help site serve check schema word test proof bench lock clean

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' Makefile

site: $(PACKAGE) $(if $(filter zensical,$(ENGINE)),$(ZENSICAL)) ## Build the site into site/ (ENGINE=zensical for the other engine)
	$(BIN)/strategi build --engine $(ENGINE) $(if $(filter true,$(PUBLISH)),--publish)

serve: $(PACKAGE) ## Show the site locally and rebuild on every change
	$(BIN)/strategi serve

check: $(PACKAGE) ## Check the strategy, the indicators and the texts
	$(BIN)/strategi check

schema: $(PACKAGE) ## Write the JSON Schemas that editors' programs read, anew from the models
	$(BIN)/strategi schema --write

word: $(PACKAGE) $(WORD) ## Install what strategi verify needs to read Word documents

test: $(PACKAGE) $(TEST) $(ZENSICAL) ## Run every check and test of the code
	@tests/setup.sh
	@$(MAKE) --no-print-directory $(AXE)
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports --cache-dir .cache/import-linter
	$(BIN)/python -m pytest $(PYTEST_ARGS)

proof: $(PACKAGE) $(TEST) $(ZENSICAL) ## Prove what takes longer: the wheel alone, and that nothing has changed its words
	$(BIN)/python -m pytest -n 0 tests/proof
	@if [ -f tests/fence/record.json ]; then $(BIN)/python -m tests.fence check; \
	else echo "No record of earlier words is here (python -m tests.fence record makes one), so none are compared."; fi

bench: $(PACKAGE) $(TEST) $(BENCH) ## Measure speed and size
	@tests/setup.sh bench
	$(BIN)/python -m tests.bench

# uv, since it locks for every platform at once. It reads no pip settings, so a machine's own mirrors leave no trace.
UV   := .build/lock/bin/uv
COMPILE := $(UV) pip compile --quiet --no-config --universal --fork-strategy fewest --python-version 3.11 \
	--generate-hashes --no-header $(UPGRADE)

lock: ## Write the lock files anew (UPGRADE=--upgrade takes newer versions)
	test -x $(UV) || { $(PYTHON) -m venv .build/lock && .build/lock/bin/python -m pip install --quiet uv==0.13.9; }
	$(COMPILE) pyproject.toml --group build -o requirements/site.txt
	$(COMPILE) --group pyproject.toml:test -c requirements/site.txt -o requirements/test.txt
	$(COMPILE) pyproject.toml --extra word -c requirements/site.txt -o requirements/word.txt
	$(COMPILE) --group pyproject.toml:zensical -c requirements/site.txt -c requirements/test.txt -o requirements/zensical.txt
	$(COMPILE) --group pyproject.toml:bench -c requirements/site.txt -c requirements/test.txt -o requirements/bench.txt
	npm install --package-lock-only --omit-lockfile-registry-resolved --ignore-scripts --no-audit --no-fund

clean: ## Remove everything that is built or installed
	rm -rf site .build .cache $(VENV) node_modules *.egg-info macros/*.egg-info

$(BIN)/python:
	$(PYTHON) -m venv $(VENV)

$(SITE): requirements/site.txt | $(BIN)/python
	$(LOCKED) requirements/site.txt
	@touch $@

# Editable: an engine that cannot import the package says that there are none.
$(PACKAGE): pyproject.toml $(SITE)
	$(PIP) --no-build-isolation --no-deps -e .
	@touch $@

# The tests also read Word documents, which the site does without.
$(TEST): requirements/test.txt $(SITE) $(WORD)
	$(LOCKED) requirements/test.txt
	@touch $@

$(WORD): requirements/word.txt $(SITE)
	$(LOCKED) requirements/word.txt
	@touch $@

$(BENCH): requirements/bench.txt $(SITE)
	$(LOCKED) requirements/bench.txt
	@touch $@

$(ZENSICAL): requirements/zensical.txt $(SITE)
	$(LOCKED) requirements/zensical.txt
	@touch $@

# npm writes this file itself; it is older than the lock when the lock has changed.
$(AXE): package-lock.json
	npm ci --ignore-scripts --no-audit --no-fund
	@touch $@
