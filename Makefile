# Two commands matter: `make demo` and `make test`. Both set up everything they need in .venv.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
DEMO := .demo

.PHONY: demo test nightly check fix generated bench clean

$(VENV)/.ready: pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "sovgraph needs Python 3.11 or newer; found $$($(PYTHON) --version). Set PYTHON=…"; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[test]'
	@touch $@

demo: $(VENV)/.ready ## build the example dossier, ask it, explain a fact, export a picture
	$(BIN)/python tools/demo.py --bin $(BIN) --folder $(DEMO)

test: $(VENV)/.ready ## all tests
	$(BIN)/python -m pytest -n 2 --dist worksteal

nightly: $(VENV)/.ready ## tests that take minutes or fetch packages: a long harvest, fifty changes, engines, bundles
	$(BIN)/python -m pytest -s -m nightly tests/nightly

check: $(VENV)/.ready generated ## everything that CI asks, tests included
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/python -m pytest -n 2 --dist worksteal

generated: $(VENV)/.ready ## fails when a generated file isn't current
	$(BIN)/python tools/build_vocab.py --check
	$(BIN)/python tools/build_reference.py --check
	$(BIN)/python tools/build_query_docs.py --check
	$(BIN)/python tools/build_cli_docs.py --check
	$(BIN)/python tools/build_readme.py --check

fix: $(VENV)/.ready ## format and regenerate
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .
	$(BIN)/python tools/build_vocab.py
	$(BIN)/python tools/build_reference.py
	$(BIN)/python tools/build_query_docs.py
	$(BIN)/python tools/build_cli_docs.py
	$(BIN)/python tools/build_readme.py

bench: $(VENV)/.ready ## speed and memory, as ratios
	$(BIN)/python benchmarks/speed.py

clean:
	rm -rf $(VENV) $(DEMO) build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
