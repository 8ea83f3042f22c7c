# The two commands: `make run` and `make test`. Each prepares what is missing, then does its job.
PYTHON ?= python3
ARGS ?=

VENV := .venv
BIN := $(VENV)/bin
prepare = PYTHONPATH=tools:. $(PYTHON) -B -m bootstrap $(1)

.PHONY: run test test-clients conformance lint format translations third-party dist clean help

help:
	@echo "make run     open the window (ARGS=... passes a command to tas-desktop)"
	@echo "make test    run the whole test suite (ARGS=... passes options to pytest)"
	@echo "make test-clients  let the field's own loaders read our exports (installs them into .clients)"
	@echo "make conformance  run networks of full size beside their families' own code (minutes, gigabytes)"
	@echo "make lint    ruff, mypy, import contracts"
	@echo "make format  let ruff format the code"
	@echo "make translations  gather new texts for the translators, compile what is translated"
	@echo "make third-party  write THIRD_PARTY.md; fails on a licence that does not fit"
	@echo "make dist    build sdist and wheel into dist/"
	@echo "make clean   remove builds and caches; keeps $(VENV)"

run:
	@$(call prepare,run)
	@$(BIN)/python main.py $(ARGS)

test:
	@$(call prepare,test)
	@$(BIN)/python -m pytest $(ARGS)

test-clients:
	@$(call prepare,test)
	@$(BIN)/python -m pytest tests/clients $(ARGS)

conformance:
	@$(call prepare,test)
	@$(BIN)/python -m pytest --conformance tests/conformance tests/parity $(ARGS)

lint:
	@$(call prepare,test)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check --quiet .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo

format:
	@$(call prepare,test)
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

translations:
	@$(call prepare,test)
	$(BIN)/python tools/known_texts.py
	$(BIN)/pyside6-lupdate -extensions py -locations none -no-obsolete tas_desktop -ts resources/i18n/*.ts
	$(BIN)/pyside6-lrelease resources/i18n/*.ts

third-party:
	@$(call prepare,test)
	$(BIN)/python tools/third_party.py

dist:
	@$(call prepare,test)
	$(BIN)/python -m build --no-isolation --outdir dist .

clean:
	rm -rf dist build out test-artifacts .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -not -path './$(VENV)/*' -prune -exec rm -rf {} +
