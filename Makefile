# Two commands do all the set-up: `make run` and `make test`.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
RUN_STAMP := $(VENV)/.run-ready
DEV_STAMP := $(VENV)/.dev-ready
PINS := packaging/constraints.txt
TALLY := $(CURDIR)/build/soak.jsonl
export PIP_DISABLE_PIP_VERSION_CHECK = 1

.PHONY: run test lint types layers shots bench soak constraints clean

run: $(RUN_STAMP)
	@$(BIN)/python packaging/run.py

test: lint types layers
	$(BIN)/python -m pytest -n 2 --dist loadfile -q -m "not shared and not office and not browser and not faults"

lint: $(DEV_STAMP)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(DEV_STAMP)
	$(BIN)/mypy

layers: $(DEV_STAMP)
	$(BIN)/lint-imports --no-cache

shots: $(DEV_STAMP)
	$(BIN)/python packaging/shots.py

bench: $(DEV_STAMP)
	$(BIN)/python packaging/bench.py

# The counts of a release, or with SOAK=0 of a submission; with TESTS=tests/faults some of the tests alone.
# What was reached goes into the table of SECURITY.md; rows that were not tried stay.
SOAK ?= 1
TESTS ?=
soak: $(DEV_STAMP)
	mkdir -p build
	rm -f $(TALLY)
	READINESS_SOAK=$(SOAK) READINESS_TALLY=$(TALLY) $(BIN)/python -m pytest -q --timeout 7200 -o faulthandler_timeout=0 $(TESTS)
	$(BIN)/python packaging/numbers_reached.py $(TALLY) SECURITY.md

$(RUN_STAMP): pyproject.toml $(PINS) packaging/bootstrap.py
	@$(PYTHON) packaging/bootstrap.py $(VENV)
	@touch $@

$(DEV_STAMP): pyproject.toml $(PINS) packaging/bootstrap.py
	@$(PYTHON) packaging/bootstrap.py $(VENV) --dev
	@touch $@ $(RUN_STAMP)

constraints:
	$(PYTHON) packaging/bootstrap.py build/pins --dev --unpinned
	build/pins/bin/python -m pip freeze --exclude-editable > $(PINS)

clean:
	rm -rf $(VENV) build out shots
