# Two commands matter: `make demo` builds the samples' graph, `make test` runs the quick tests. Both set up .venv.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
JOBS ?= 2

.PHONY: demo test check test-all lock clean

demo: $(VENV)/.run
	$(BIN)/kg build

test: $(VENV)/.dev
	$(BIN)/python -m pytest -n $(JOBS) -m "not slow" $(PYTEST_FLAGS)

check: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

test-all: $(VENV)/.dev
	$(BIN)/python -m pytest -n $(JOBS)

$(BIN)/python:
	$(PYTHON) -c 'import sys; v = sys.version_info[:2]; sys.exit(0 if (3, 11) <= v < (3, 15) else "kg needs Python 3.11 to 3.14, this is %d.%d; say which with: make PYTHON=python3.12 demo" % v)'
	$(PYTHON) -m venv $(VENV)

$(VENV)/.run: requirements.txt pyproject.toml | $(BIN)/python
	$(PIP) install --require-hashes -r requirements.txt
	$(PIP) install --no-deps --no-build-isolation --editable .
	touch $@

$(VENV)/.dev: requirements-dev.txt $(VENV)/.run
	$(PIP) install --require-hashes -r requirements-dev.txt
	touch $@

# The lock names no index, holds every hash and serves Python 3.11 to 3.14 on the common platforms. Needs uv.
LOCK := uv pip compile pyproject.toml --universal --python-version 3.11 --fork-strategy fewest --generate-hashes \
	--no-emit-index-url --no-annotate --no-header --quiet
lock:
	$(LOCK) --extra dev -o requirements-dev.txt
	$(LOCK) --extra build -c requirements-dev.txt -o requirements.txt

clean:
	rm -rf $(VENV) .mypy_cache .pytest_cache .ruff_cache .hypothesis build dist tests/artefacts
