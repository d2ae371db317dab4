# Everything a newsroom and a contributor do. `make help` explains; each target sets up what it needs.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
BASEDIR := $(CURDIR)
OUTPUTDIR ?= $(BASEDIR)/output
CONFFILE := pelican.conf.py
TIMELINEJS := tests/browser/timelinejs
JUDGES := tests/audit
# The demo is built as on 28 September 2029, the day after its last article.
DEMO_DAY := 1885269600
GITHUB_PAGES_BRANCH ?= gh-pages
GITHUB_PAGES_COMMIT_MESSAGE ?= Publish the site
SERVER ?= 0.0.0.0
# How long each fuzzer runs in a soak.
MINUTES ?= 10
# What an audit leaves out: lighthouse, axe, nu.
SKIP ?=
SITEURL ?=
export SITEURL

PELICANOPTS ?=
DEBUG ?= 0
ifeq ($(DEBUG), 1)
	PELICANOPTS += -D
endif
RELATIVE ?= 0
ifeq ($(RELATIVE), 1)
	PELICANOPTS += --relative-urls
endif
SERVEOPTS :=
PORT ?= 0
ifneq ($(PORT), 0)
	SERVEOPTS += -p $(PORT)
endif

BUILD := $(BIN)/newsbrief build -o "$(OUTPUTDIR)"
SERVE := $(BIN)/newsbrief serve $(SERVEOPTS) -o

.DEFAULT_GOAL := help
.PHONY: help html publish github serve serve-global devserver devserver-global regenerate demo demo-serve clean test audit soak bench lock

help:
	@echo 'make html                       write briefs for new raw articles, build the site into output/'
	@echo 'make serve [PORT=8000]          show output/ at http://localhost:8000'
	@echo 'make devserver [PORT=8000]      show it; build and load it again when a file changes'
	@echo 'make publish SITEURL=https://…  build for readers: only what is published'
	@echo 'make github [SITEURL=https://…] build for readers, and push it to the branch $(GITHUB_PAGES_BRANCH)'
	@echo 'make regenerate                 build again when a file changes'
	@echo 'make serve-global, devserver-global [SERVER=0.0.0.0]   the same for other machines'
	@echo 'make demo, demo-serve           build and show the site of an invented town'
	@echo 'make clean                      remove what was built'
	@echo ''
	@echo 'DEBUG=1 says more; RELATIVE=1 builds a site to open from disk; PYTHON=python3.13 chooses the interpreter.'
	@echo ''
	@echo 'For contributors: make test (9 minutes on two cores), make audit [SKIP="lighthouse axe nu"], make soak [MINUTES=10], make bench [FULL=1], make lock (pin versions anew)'

# --- set-up: once, and again when the pinned versions change --------------------------------------------------------
$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "newsbrief needs Python 3.11 or newer; this is `$(PYTHON) --version`. Try: make html PYTHON=python3.13"; exit 1; }
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || \
	  { v=`$(PYTHON) -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])'`; \
	    echo "This Python cannot make virtual environments. On Debian and Ubuntu: sudo apt-get install $$v"; exit 1; }
	$(PYTHON) -m venv $(VENV)

# Both lists are whole: pip has nothing to find out, and nothing to wonder about.
$(VENV)/installed: requirements.txt pyproject.toml | $(VENV)/bin/python
	@echo 'Setting up (once, about half a minute) …'
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/installed-dev: requirements-dev.txt $(VENV)/installed
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements-dev.txt
	@touch $@

# --- the site -------------------------------------------------------------------------------------------------------
html: $(VENV)/installed
	@$(BUILD) $(PELICANOPTS)

publish: $(VENV)/installed
	@$(BUILD) --publish $(PELICANOPTS)

github: $(VENV)/installed
	@$(BIN)/newsbrief deploy -o "$(OUTPUTDIR)" --branch "$(GITHUB_PAGES_BRANCH)" --message "$(GITHUB_PAGES_COMMIT_MESSAGE)" $(PELICANOPTS)

serve: $(VENV)/installed
	@$(SERVE) "$(OUTPUTDIR)"

serve-global: $(VENV)/installed
	@$(SERVE) "$(OUTPUTDIR)" -b $(SERVER)

devserver: $(VENV)/installed
	@$(BIN)/newsbrief devserver -o "$(OUTPUTDIR)" $(SERVEOPTS) $(PELICANOPTS)

devserver-global: $(VENV)/installed
	@$(BIN)/newsbrief devserver -o "$(OUTPUTDIR)" -b $(SERVER) $(SERVEOPTS) $(PELICANOPTS)

regenerate: $(VENV)/installed
	@$(BUILD) -r $(PELICANOPTS)

demo: $(VENV)/installed
	@cd examples/port-ellery && SOURCE_DATE_EPOCH=$(DEMO_DAY) ../../$(BIN)/newsbrief build --no-hint $(PELICANOPTS)
	@echo 'Port Ellery is in examples/port-ellery/output/. To look at it: make demo-serve [PORT=8000]'

demo-serve: demo
	@$(SERVE) examples/port-ellery/output

clean:
	rm -rf "$(OUTPUTDIR)" "$(dir $(OUTPUTDIR)).$(notdir $(OUTPUTDIR)).newsbrief"

# --- for contributors -----------------------------------------------------------------------------------------------
# Lighthouse, axe-core and the Nu validator are not part of newsbrief either; where npm is, pinned versions of them judge
# the built sites.
$(JUDGES)/node_modules/.package-lock.json: $(JUDGES)/package-lock.json
	@if command -v npm >/dev/null; then \
	  echo 'Fetching the programs that judge a site (once, 220 MB) …'; \
	  cd $(JUDGES) && npm ci --ignore-scripts --no-audit --no-fund --fetch-retries=1 --loglevel=error && touch node_modules/.package-lock.json; \
	fi || echo 'Lighthouse, axe-core and the Nu validator could not be fetched; `make test` skips what needs them.'

# TimelineJS (MPL) is not part of newsbrief: where npm is, one test draws an export with the pinned version of it.
$(TIMELINEJS)/node_modules/.package-lock.json: $(TIMELINEJS)/package-lock.json
	@if command -v npm >/dev/null; then \
	  cd $(TIMELINEJS) && npm ci --ignore-scripts --no-audit --no-fund --fetch-retries=1 --loglevel=error && touch node_modules/.package-lock.json; \
	fi || echo 'TimelineJS could not be fetched; the test that needs it is skipped.'

test: $(VENV)/installed-dev $(TIMELINEJS)/node_modules/.package-lock.json $(JUDGES)/node_modules/.package-lock.json
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest -n auto --dist worksteal

audit: $(VENV)/installed-dev $(TIMELINEJS)/node_modules/.package-lock.json $(JUDGES)/node_modules/.package-lock.json
	NEWSBRIEF_AUDIT=1 NEWSBRIEF_AUDIT_SKIP="$(SKIP)" $(BIN)/pytest tests/audit tests/site tests/browser

soak: $(VENV)/installed-dev
	NEWSBRIEF_SOAK=1 NEWSBRIEF_SOAK_MINUTES=$(MINUTES) $(BIN)/pytest tests

bench: $(VENV)/installed-dev
	$(BIN)/python -m bench.peers
	$(BIN)/python -m bench.pages
	$(BIN)/python -m bench.desk
	$(BIN)/python -m bench.archive

# uv writes the same files on every machine: all platforms, hashes, no index addresses.
lock: $(VENV)/installed-dev
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-header \
	  --python-version 3.11 --group build pyproject.toml -o requirements.txt
	$(BIN)/uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-header \
	  --python-version 3.11 --group build --extra dev --constraint requirements.txt pyproject.toml -o requirements-dev.txt
