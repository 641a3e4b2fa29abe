# Each target does all of its own set-up, in .venv of this checkout: it needs a Python >= 3.11 and
# nothing else, no root, and it leaves the system's Python alone. Repeated, it sets up nothing.
#
#   make demo    open tracker on the sample group (without a terminal: print the Chair's summary)
#   make test    run the tests; PYTEST="-k digest" narrows them, WORKERS=2 spares the machine
#   make check   ruff, mypy and the floors of the house
#   make lock    pin the newest allowed versions again; UPGRADE= keeps those that are pinned
#   make clean   remove what the others made

VENV := .venv
BIN := $(VENV)/bin
PYTHON ?= python3.13 python3.12 python3.11 python3
PYTEST ?=
# More than there are cores: many tests wait, for a process, a server or a screen at rest.
WORKERS ?= 4
UPGRADE ?= --upgrade

INSTALL := $(BIN)/python -m pip install -qq --disable-pip-version-check
LOCK := uv pip compile --no-config --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-emit-find-links --no-annotate --no-header --quiet $(UPGRADE)

.PHONY: demo test check lock clean
.DELETE_ON_ERROR:

demo: $(VENV)/.run
	@$(BIN)/tracker demo

test: $(VENV)/.dev
	@$(BIN)/python -m pytest --numprocesses $(WORKERS) --dist worksteal $(PYTEST)

check: $(VENV)/.dev
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports

lock:
	@command -v uv >/dev/null || { echo "make lock needs uv on the PATH." >&2; exit 1; }
	$(LOCK) --all-extras --group dev pyproject.toml -o requirements/dev.txt
	$(LOCK) --group build --constraint requirements/dev.txt pyproject.toml -o requirements/run.txt

clean:
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache

# What development needs holds all that running needs, in the same versions.
$(VENV)/.dev: requirements/dev.txt pyproject.toml $(VENV)/.made
	@echo "Installing what the tests need into $(VENV) …" >&2
	@$(INSTALL) --require-hashes -r requirements/dev.txt
	@$(INSTALL) --no-deps --no-build-isolation --editable .
	@touch $(VENV)/.run $@

$(VENV)/.run: requirements/run.txt pyproject.toml $(VENV)/.made
	@echo "Installing what tracker needs into $(VENV) …" >&2
	@$(INSTALL) --require-hashes -r requirements/run.txt
	@$(INSTALL) --no-deps --no-build-isolation --editable .
	@touch $@

# A virtual environment outlives neither a move of its folder nor the Python it was made with.
ifneq ($(shell test -x $(BIN)/python && cat $(VENV)/.made 2>/dev/null),$(CURDIR))
.PHONY: $(VENV)/.made
endif

$(VENV)/.made:
	@rm -rf $(VENV); \
	for python in $(PYTHON); do \
		$$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || continue; \
		for maker in venv virtualenv; do \
			test $$maker = virtualenv || $$python -c 'import ensurepip' 2>/dev/null || continue; \
			$$python -c "import $$maker" 2>/dev/null || continue; \
			echo "Making $(VENV) with $$($$python --version) …" >&2; \
			$$python -m $$maker $(VENV) >/dev/null && echo "$(CURDIR)" >$@ && exit 0; \
		done; \
		lacking=$$python; \
	done; \
	if test "$$lacking"; then \
		echo "$$lacking lacks venv. Install it (Debian, Ubuntu: python3-venv) or virtualenv, then run make again." >&2; \
	else \
		echo "tracker needs Python 3.11 or newer, and found none as: $(PYTHON). Name one by make PYTHON=…" >&2; \
	fi; \
	exit 1
