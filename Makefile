# Every target makes its own .venv first and leaves it alone when pyproject.toml has not changed since.
PYTHON ?= python3
BIN := .venv/bin
STAMP := .venv/.installed

.DEFAULT_GOAL := help
.PHONY: help demo test check data score bench soak clean

help:           ## this list
	@grep -hE '^[a-z]+: .*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /make \1\t/' | expand -t 16

$(STAMP): pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "factcheck needs Python 3.11 or later: make PYTHON=python3.11 …" >&2; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[dev]'
	@touch $@

demo: $(STAMP)  ## the consistency report of the bundled stories
	@$(BIN)/factcheck demo

test: $(STAMP)  ## all tests but the slow ones
	$(BIN)/python -m pytest -q -m 'not slow'

check: $(STAMP) ## lint, types, import order, compiled data
	$(BIN)/python -m ruff check factcheck tests
	$(BIN)/python -m mypy
	$(BIN)/python -m factcheck.data.compile --check
	$(BIN)/python -m factcheck.rulebook.compile --check
	$(BIN)/python -m pytest -q tests/test_layers.py tests/test_data.py

data: $(STAMP)  ## compile tables and rules after an edit of their YAML
	$(BIN)/python -m factcheck.data.compile
	$(BIN)/python -m factcheck.rulebook.compile

score: $(STAMP) ## how well our labelled sentences are read, against the stored figures; UPDATE=1 stores new ones
	$(BIN)/python tests/score/score.py $(if $(UPDATE),--update)

bench: $(STAMP) ## speed as ratios that mean the same on any machine
	$(BIN)/python tests/bench/bench.py

FUZZ ?= 120
soak: $(STAMP)  ## all tests with the slow ones, laws on many more examples, FUZZ seconds of fuzzing each reader
	HYPOTHESIS_PROFILE=soak $(BIN)/python -m pytest -q
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[fuzz]' || echo "no fuzzing: this Python has no atheris" >&2
	@! $(BIN)/python -c 'import atheris' 2>/dev/null || for target in reader loader html files; do \
		echo "fuzzing $$target" && $(BIN)/python tests/fuzz/fuzz.py $$target $$(mktemp -d) seeds rules -max_total_time=$(FUZZ) -timeout=20 -rss_limit_mb=2048 || exit 1; done

clean:          ## remove what the targets made
	rm -rf .venv dist build .pytest_cache .mypy_cache .ruff_cache .hypothesis
