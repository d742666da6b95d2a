# Every target works in a fresh clone: what it needs is installed first, into .venv, and kept.
# Paths are relative on purpose, so that a folder with blanks in its name does no harm.

SHELL := /bin/sh
VENV := .venv/bin
TYPED := rules queries actions parameters seals checking containers

.DEFAULT_GOAL := help
.PHONY: help run test install install-test check bench clean

help: ## this list
	@grep -hE '^[a-z-]+:.*## ' Makefile | awk -F ':.*## ' '{ printf "  make %-9s %s\n", $$1, $$2 }'

run: install ## environment, database, demo school, then the app on http://127.0.0.1:8000
	@exec $(VENV)/tilts run --demo

test: install-test ## all tests, browser tests included
	@$(VENV)/python -m pytest -n 2 --dist loadgroup

install: ## the environment in .venv alone
	@$(call with-python,tools/install.py)

install-test:
	@$(call with-python,tools/install.py --test)

check: install-test ## formatting, types, imports, templates, translations
	$(VENV)/ruff format --check .
	$(VENV)/ruff check .
	find src/tilts \( $(foreach room,$(TYPED),-name $(room).py -o -path '*/$(room)/*.py' -o) -path 'src/tilts/core/*.py' \) \
		-exec $(VENV)/mypy --follow-imports=silent {} +
	$(VENV)/lint-imports
	find src -name '*.html' -exec $(VENV)/djade --check --target-version 5.2 {} +
	$(VENV)/python tools/check_translations.py

bench: install-test ## the benchmark table
	@$(VENV)/tilts bench

clean: ## takes away all that was installed or made; your data folder stays
	rm -rf .venv node_modules src/*.egg-info src/tilts/web/static/vendor src/tilts/web/map src/tilts/documents/fonts
	rm -rf build dist .mypy_cache .ruff_cache .import_linter_cache .hypothesis .coverage
	find src tests tools -name __pycache__ -prune -exec rm -rf {} +
	find src -name '*.mo' -delete

# The Python of an earlier time; else the first that is new enough and can make environments; else any that is new
# enough: it will say what it lacks.
define with-python
for wanted in 'import ensurepip, sys' 'import sys'; do \
	for python in .venv/bin/python python3.13 python3.12 python3.11 python3; do \
		if "$$python" -c "$$wanted; sys.exit(sys.version_info < (3, 11))" >/dev/null 2>&1; then exec "$$python" $(1); fi; \
	done; \
done; \
echo "Tilts needs Python 3.11 or newer, and there is none here." >&2; \
echo "On Debian or Ubuntu: sudo apt-get install python3 python3-venv" >&2; \
exit 1
endef
