# Two commands on a fresh machine with Python 3.11 and its venv module: `make demo`, `make test`.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
OTHER := $(VENV)/other-whoosh

.PHONY: help install install-ocr ocr demo test lint types imports unit engine browser bench mutants clean

help:
	@echo "make install   the danchieu command in $(VENV), and nothing else"
	@echo "make install-ocr  tesseract with Vietnamese, with which scans are read; without it they are kept aside as needing it"
	@echo "make demo      install, crawl the bundled sample sites, index them, serve the result on http://127.0.0.1:8000/"
	@echo "make test      install what tests need, then lint, types, import order and every test"
	@echo "make mutants   small faults put into the code on purpose, to see whether tests notice; some twenty minutes"
	@echo "make bench     the benchmarks of docs/benchmarks.md that need no outside data"

$(VENV)/.run: requirements/run.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed: make PYTHON=python3.11 ..." >&2; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV) || { echo "Python's venv module is missing; on Debian: apt-get install python3-venv" >&2; exit 1; }
	@# Several packages share the import name whoosh: what an older version of ours installed goes first.
	@$(BIN)/python -m pip uninstall --quiet --disable-pip-version-check --yes whoosh whoosh3 whoosh-ng 2>/dev/null
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/run.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.test: $(VENV)/.run requirements/test.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/test.lock
	@touch $@

install: $(VENV)/.run

# What reads scans is a program of the system's; without it everything else works, and says so.
READS_SCANS := tesseract --list-langs 2>/dev/null | grep -qx vie
GET_OCR := apt-get update -qq && apt-get install -y -qq tesseract-ocr tesseract-ocr-vie

install-ocr:
	@$(READS_SCANS) || { \
	  echo "installing tesseract with Vietnamese"; \
	  { $(GET_OCR); } >/dev/null 2>&1 || sudo -n sh -c '$(GET_OCR)' >/dev/null 2>&1; $(READS_SCANS); } || { \
	    echo "tesseract with Vietnamese could not be installed; install it by hand (Debian: apt-get install tesseract-ocr tesseract-ocr-vie)" >&2; exit 1; }

# The same where scans are a part of more: that it is missing is said, and nothing stops.
ocr:
	@$(MAKE) --no-print-directory install-ocr || echo "scans will not be read" >&2

demo: install ocr
	$(BIN)/danchieu demo

browser:
	@command -v chromium >/dev/null 2>&1 || command -v chromium-browser >/dev/null 2>&1 || command -v google-chrome >/dev/null 2>&1 || { \
	  echo "installing chromium for the browser tests"; \
	  { apt-get update -qq && apt-get install -y -qq chromium; } >/dev/null 2>&1 || sudo -n sh -c 'apt-get update -qq && apt-get install -y -qq chromium' >/dev/null 2>&1 || { \
	    echo "chromium is needed for the browser tests and could not be installed; install it by hand (Debian: apt-get install chromium)" >&2; exit 1; }; }

lint: $(VENV)/.test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.test
	$(BIN)/mypy

imports: $(VENV)/.test
	$(BIN)/lint-imports

unit: $(VENV)/.test browser ocr
	$(BIN)/pytest

# The way out of docs/decisions/0001, alone in a folder of its own.
$(OTHER)/.made: $(VENV)/.test requirements/other-whoosh.lock
	rm -rf $(OTHER)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps --target $(OTHER) -r requirements/other-whoosh.lock
	@touch $@

engine: $(OTHER)/.made
	DANCHIEU_WHOOSH=$$(cat requirements/other-whoosh.in) PYTHONPATH=$(CURDIR)/$(OTHER) $(BIN)/pytest tests/indexer/engine/whoosh

test: lint types imports unit engine

bench: $(VENV)/.test
	$(BIN)/python -m benchmarks.citations
	$(BIN)/python -m benchmarks.resolution --notices 2000
	$(BIN)/python -m benchmarks.search --notices 2000
	$(BIN)/python -m benchmarks.campaigns --campaigns 5000

$(VENV)/.mutants: $(VENV)/.test requirements/mutants.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/mutants.lock
	@touch $@

mutants: $(VENV)/.mutants
	$(BIN)/python -m benchmarks.mutants

clean:
	rm -rf $(VENV) demo-archive build *.egg-info .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
