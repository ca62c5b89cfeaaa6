# `make help` lists what can be done; `make run` and `make test` build what they need.
VENV ?= .venv
PYTHON ?= python3
BIN := $(VENV)/bin
# Tests of the interface wait for the screen half of their time: two workers to a core take a fifth less.
WORKERS = $$($(BIN)/python -c 'import os; print(2 * (os.cpu_count() or 1))')
DEV := build docx2python hatchling hypothesis khal lxml-stubs mypy 'pypinyin>=0.55' 'pytest>=8.3,<9' pytest-asyncio pytest-textual-snapshot==1.1.0 pytest-xdist 'reportlab>=4' python-calamine ruff \
	types-openpyxl types-python-dateutil types-reportlab types-vobject vobject xlwt

# Options of pytest that choose among the tests, for `make test`.
CHOSEN ?=

.DEFAULT_GOAL := help
.PHONY: help run test test-all lint format soak ocr bench docs lexicon readings plans snapshots accept clean

help: ## list these targets
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-10s %s\n", $$1, $$2}'

$(VENV)/run-ready: pyproject.toml
	@sh tools/make_venv.sh $(PYTHON) $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[import,reports,workdays]'
	@touch $@

$(VENV)/dev-ready: $(VENV)/run-ready
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[ocr]' $(DEV)
	@touch $@

run: lexicon ## open plantui on the four bundled plans
	$(BIN)/plantui

test: $(VENV)/dev-ready lexicon ## run all tests, on all cores
	$(BIN)/python -m pytest -n $(WORKERS) --dist worksteal $(CHOSEN)

test-all: ## run all tests on each Python from 3.11 to 3.14 that the machine has
	@sh tools/test_pythons.sh all

soak: $(VENV)/dev-ready ## kill, starve and cut off programs for half an hour
	PLANTUI_SOAK=1 $(BIN)/python -m pytest -n $(WORKERS) --dist worksteal tests/reliability

ocr: $(VENV)/dev-ready ## read the seeds as scans, by recognition: a quarter of an hour
	PLANTUI_OCR=1 $(BIN)/python -m pytest -s tests/documents/importing/test_import_scanned_seeds.py

lint: $(VENV)/dev-ready ## ruff and mypy, strict
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

format: $(VENV)/dev-ready ## format the code
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: $(VENV)/dev-ready ## measure the speed budgets (several minutes)
	$(BIN)/python -m bench

docs: $(VENV)/dev-ready lexicon ## write the generated pages and the pictures under docs/ again
	$(BIN)/python -m docs.generate

lexicon: $(VENV)/run-ready ## make the words and patterns of the import again where their data files changed
	@$(BIN)/python -m plantui.documents.languages

readings: $(VENV)/dev-ready ## make the table of pinyin again after a change of our own lists
	$(BIN)/python -m docs.readings

plans: $(VENV)/dev-ready ## import the bundled plans again, with their reviewed changes
	$(BIN)/python -m docs.bundled

snapshots: $(VENV)/dev-ready ## accept the screens as they are now
	$(BIN)/python -m pytest tests/ui --snapshot-update

accept: $(VENV)/dev-ready ## accept what the import reads otherwise now: make accept NAME=roles REASON='why it is right'
	$(BIN)/python -m tests.support.frozen '$(NAME)' '$(REASON)'

clean: ## remove the environment and what tools left behind
	rm -rf $(VENV) .venv-3.* dist build .mypy_cache .pytest_cache .ruff_cache .hypothesis
