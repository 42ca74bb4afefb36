# dateline's one runner. Needs Python 3.11 or newer, git and make; everything else it installs
# into .venv, from locked versions with hashes.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
SHARED ?= ../shared

.DEFAULT_GOAL := help
.PHONY: help setup read test test-slow check lint fmt docs quality speed encoder lock clean

help:  ## show what there is
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/.run: requirements/run.txt pyproject.toml | $(VENV)/bin/python
	$(PIP) install --require-hashes --no-deps -r requirements/run.txt
	$(PIP) install --require-hashes --no-deps -r requirements/build.txt
	$(PIP) install --no-deps --no-build-isolation --editable .
	@# Where PYTHONDONTWRITEBYTECODE is set, every start would compile spaCy: a second.
	$(BIN)/python -m compileall -qq src $(VENV)/lib || true
	$(BIN)/python -c "from dateline.tables.gazetteer import open_gazetteer; open_gazetteer()"
	@touch $@

$(VENV)/.dev: requirements/dev.txt $(VENV)/.run
	$(PIP) install --require-hashes --no-deps -r requirements/dev.txt
	@touch $@

setup: $(VENV)/.dev  ## set up everything for development

read: $(VENV)/.run  ## set up and read the sample articles
	$(BIN)/dateline read examples

test: $(VENV)/.dev  ## set up and pass the tests (under 10 minutes)
	$(BIN)/python -m pytest

test-slow: $(VENV)/.dev  ## the long tests: thousands of examples, the large labelled sets
	$(BIN)/python -m pytest -m slow

lint: $(VENV)/.dev  ## style, types, import contracts
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

fmt: $(VENV)/.dev  ## format and mend
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

check: test lint test-slow  ## what CI runs

docs: $(VENV)/.dev  ## make the reference pages anew
	$(BIN)/python tools/commands.py

quality: $(VENV)/.dev  ## score the labelled sets and write docs/quality.md
	$(BIN)/python tools/quality.py --shared $(SHARED)

speed: $(VENV)/.dev  ## measure words per second and memory and write docs/speed.md
	$(BIN)/python tools/speed.py --shared $(SHARED)

# Torch is needed here and nowhere else: it stays out of the project's own environment.
encoder: $(VENV)/.dev  ## train the encoder anew and write its weights (an hour on two cores)
	DATELINE_SHARED=$(SHARED) $(BIN)/python tools/encoder_texts.py --out build/encoder
	$(PYTHON) -m venv build/encoder/venv
	build/encoder/venv/bin/python -m pip install --quiet -r requirements/train.txt
	build/encoder/venv/bin/python tools/train_encoder.py --data build/encoder --out build/encoder/model.pt
	build/encoder/venv/bin/python tools/export_encoder.py build/encoder/model.pt src/dateline/tables/encoder.onnx

lock: | $(VENV)/bin/python  ## resolve the locked versions anew
	$(PIP) install uv
	$(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header --upgrade pyproject.toml --extra frames -o requirements/run.txt
	$(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header --upgrade --group pyproject.toml:build -c requirements/run.txt -o requirements/build.txt
	$(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header --upgrade pyproject.toml --extra frames --group pyproject.toml:dev --group pyproject.toml:build -c requirements/run.txt -o requirements/dev.txt

clean:  ## remove the environment and what was built
	rm -rf $(VENV) build dist .cache
