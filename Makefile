# Two commands do everything: `make graph` and `make test`. Only Python 3.11+ and make are needed.
PYTHON ?= python3
VENV   ?= .venv
BIN    := $(VENV)/bin
PIP    := $(BIN)/python -m pip --disable-pip-version-check --quiet
STORE  ?= graph

PASSAGES = $(filter-out %/xfail.yaml,$(wildcard tests/challenge/*.yaml))

.PHONY: graph test check weights format lint types clean help

help:
	@echo "make graph   set up, build the graph from seeds/, check it, write graph.html"
	@echo "make test    set up, pass every test"
	@echo "make check   the gate: format, lint, types, tests"
	@echo "make weights learn anew how claims are weighed (some minutes)"
	@echo "make format  put the code in form"
	@echo "make clean   remove what the above made"

graph: $(VENV)/.core
	@$(BIN)/kg build seeds --store $(STORE)
	@$(BIN)/kg check --store $(STORE)
	@$(BIN)/kg explore --store $(STORE) --output graph.html
	@echo
	@echo "Try next:"
	@echo "  open graph.html in a browser"
	@echo "  $(BIN)/kg show Symphony"
	@echo "  $(BIN)/kg stats"
	@echo "  $(BIN)/kg sparql 'SELECT ?vanguard ?model { ?vanguard ncm:hasCareModel ?model }'"

test: $(VENV)/.dev
	@$(BIN)/python -m pytest

check: lint types test

weights: $(VENV)/.dev
	@$(BIN)/kg learn ontology/weights \
	  --marked tests/accounts tests/accounts --marked tests/gold seeds/documents \
	  --fresh tests/accounts/unread tests/accounts/unread \
	  $(foreach file,$(PASSAGES),--passages $(file))

format: $(VENV)/.dev
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix .

lint: $(VENV)/.dev
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .

types: $(VENV)/.dev
	@$(BIN)/mypy

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Python 3.11 or newer is needed; $(PYTHON) is older. Name another: make PYTHON=python3.12"; exit 1; }
	@echo "Setting up $(VENV) …"
	@$(PYTHON) -m venv $(VENV) || \
	  { echo "Python's venv module is missing (on Debian and Ubuntu: apt-get install python3-venv)"; exit 1; }

$(VENV)/.core: pyproject.toml | $(BIN)/python
	@echo "Installing what kg needs …"
	@$(PIP) install -e .
	@touch $@

$(VENV)/.dev: pyproject.toml | $(BIN)/python
	@echo "Installing what kg and its tests need …"
	@$(PIP) install -e '.[dev]'
	@touch $@ $(VENV)/.core

clean:
	rm -rf $(VENV) $(STORE) graph.html dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis
