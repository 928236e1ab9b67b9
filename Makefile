# kepu: `make demo` sets up and runs the main job on real plans, `make test` sets up and passes every check.
# Needs python3 (3.11 or newer) with venv, and make. The same as plain commands, for Windows too: README.md and CONTRIBUTING.md.

PYTHON ?= python3
BIN := .venv/bin
KEPU := $(BIN)/kepu
EXAMPLES := data/examples
OUT := out
# Once, so that no run of kepu has to: an installation that can be edited is not compiled by itself.
COMPILE := $(BIN)/python -m compileall -q src

PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check
LOCK := requirements-dev.lock
UNLOCKED = echo 'LOUD: the versions of $(LOCK) cannot be installed here; taking what pyproject.toml allows' >&2

.PHONY: demo test check lint types layers audit unit fuzz million paper golden docs pictures bench lock bounds bundle clean

demo: .venv/users
	@mkdir -p $(OUT)
	@printf '\n$$ %s\n' 'kepu validate $(EXAMPLES)/shifang-2007/plan.yaml'
	@$(KEPU) validate $(EXAMPLES)/shifang-2007/plan.yaml || test $$? -eq 1
	@printf '\n$$ %s\n' 'kepu gaps $(EXAMPLES)/shifang-2007/plan.yaml'
	@$(KEPU) gaps $(EXAMPLES)/shifang-2007/plan.yaml || test $$? -eq 1
	@printf '\n$$ %s\n' 'kepu gaps $(EXAMPLES)/wuyi-policy/plan.yaml'
	@$(KEPU) gaps $(EXAMPLES)/wuyi-policy/plan.yaml || test $$? -eq 1
	@printf '\n$$ %s\n' 'kepu export $(EXAMPLES)/shifang-2007/plan.yaml -o $(OUT)/分工表.xlsx --force'
	@$(KEPU) export $(EXAMPLES)/shifang-2007/plan.yaml -o $(OUT)/分工表.xlsx --force
	@printf '\n$$ %s\n' 'kepu diff $(EXAMPLES)/sample-county/2025.yaml $(EXAMPLES)/sample-county/2026.yaml'
	@$(KEPU) diff $(EXAMPLES)/sample-county/2025.yaml $(EXAMPLES)/sample-county/2026.yaml

test: check

check: lint types layers audit unit

lint: .venv/developers
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: .venv/developers
	$(BIN)/mypy

layers: .venv/developers
	$(BIN)/lint-imports

# Known vulnerabilities in what the lock names. Without the advisory service: one loud line, and no failure.
audit: .venv/developers
	$(BIN)/python -m supply.audit

# A file's tests run in one process, so that what they share, such as printed pages, is made once.
unit: .venv/developers
	$(BIN)/python -m pytest -n auto --dist loadfile --no-loadscope-reorder

# The laws and the guards, tried with thousands of new examples each; what is found becomes a case.
fuzz: .venv/developers
	KEPU_EXPLORE=1 $(BIN)/python -m pytest -n auto tests/hostile/test_soup.py tests/hostile/test_foreign_soup.py \
		tests/yaml_source tests/dates tests/loading \
		tests/fixing/test_fixing_laws.py tests/rules/test_rule_laws.py tests/test_near_names_law.py tests/test_text_width.py \
		tests/importers/attribution/test_attribution_laws.py tests/exporters/test_names.py

# A million inputs that nobody would write, a quarter of an hour; each can be made again from its number.
million: .venv/developers
	$(BIN)/python -m tests.hostile.million

# Only the tests that turn workbooks and Word documents into pages with a real office program.
paper: .venv/developers
	$(BIN)/python -m pytest -m paper

# Rewrites every golden file and generated document; review the difference before you commit it.
golden docs: .venv/developers
	KEPU_GOLDEN=1 $(BIN)/python -m pytest -n auto --dist loadfile --no-loadscope-reorder

# The pictures in docs/, printed by a real office program; look at each before you commit it.
pictures: .venv/developers
	$(BIN)/python docs/make_pictures.py

bench: .venv/developers
	$(BIN)/python -m benchmarks

# Writes requirements-dev.lock anew with the newest versions that pyproject.toml allows; then `make test`.
lock: .venv/developers
	$(BIN)/python -m supply.lock

# dist/bundle installs kepu without a network. For another machine: make bundle PLATFORM=win_amd64 PYTHON_VERSION=3.12
bundle: .venv/developers
	@PLATFORM='$(PLATFORM)' PYTHON_VERSION='$(PYTHON_VERSION)' $(BIN)/python -m supply.bundle

# The telling part of the tests with the lowest versions that pyproject.toml allows, and with the newest.
bounds: .venv/developers
	$(BIN)/python -m supply.bounds

.venv/bin/python:
	$(PYTHON) -m venv .venv

.venv/users: .venv/bin/python pyproject.toml $(LOCK)
	@$(PIP) --constraint $(LOCK) --editable . || { $(UNLOCKED); $(PIP) --editable .; }
	@$(COMPILE)
	@touch $@

.venv/developers: .venv/bin/python pyproject.toml $(LOCK)
	@$(PIP) --constraint $(LOCK) --editable '.[dev]' || { $(UNLOCKED); $(PIP) --editable '.[dev]'; }
	@$(COMPILE)
	@touch $@ .venv/users

clean:
	rm -rf .venv $(OUT) dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
