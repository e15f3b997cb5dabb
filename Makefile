PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
AUDIT := $(VENV)/audit
PIP := $(BIN)/python -m pip --disable-pip-version-check -q

.PHONY: all run test quick cover lint audit sbom data lock night soak benchmarks benchmarks-serving benchmarks-floods pictures wheel clean
.DEFAULT_GOAL := all

all: lint test

# Each stamp remembers which lock was installed; nothing is asked of a registry while it stands.
$(VENV)/run.stamp: requirements.lock pyproject.toml
	@echo "Uitslagbot wordt klaargezet (eenmalig) / setting up (once)…" >&2
	@test -x $(BIN)/python || $(PYTHON) -c 'import sys; sys.exit("Uitslagbot needs Python 3.11 or later") if sys.version_info < (3, 11) else None'
	@$(BIN)/python -m pip --version > /dev/null 2>&1 || { rm -rf $(VENV); $(PYTHON) -m venv $(VENV); }
	@$(PIP) install --require-hashes -r requirements.lock >&2
	@$(PIP) install --no-deps --no-build-isolation -e . >&2
	@touch $@

$(VENV)/dev.stamp: $(VENV)/run.stamp requirements-dev.lock
	@$(PIP) install --require-hashes -r requirements-dev.lock >&2
	@touch $@

run: $(VENV)/run.stamp
	@$(BIN)/uitslagbot run

# Compiled once, whatever the environment says: each worker, and each program that a test starts, reads it all.
test quick cover: export PYTHONDONTWRITEBYTECODE :=

test: $(VENV)/dev.stamp
	@$(BIN)/python -m pytest -n auto --dist worksteal --durations=10

# All but the tests that start the program, and one in ten of what takes long
quick: $(VENV)/dev.stamp
	@$(BIN)/python -m pytest -n auto --dist loadfile -m "not process" --sample

# Which lines the quick tests reach; those of bot/football all of them
cover: $(VENV)/dev.stamp
	@$(BIN)/python -m pytest -n auto --dist loadfile -m "not process" --sample --cov --cov-report=term:skip-covered
	@$(BIN)/python -m coverage report --include='bot/football/*' --fail-under=100 --format=total > /dev/null \
		|| { echo "bot/football is not covered whole by its tests" >&2; exit 1; }

lint: $(VENV)/dev.stamp
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@$(BIN)/actionlint
	@$(BIN)/zizmor --offline --quiet .

# A virtual environment of its own: it brings its own pip.
$(AUDIT)/audit.stamp: $(VENV)/dev.stamp requirements-audit.lock
	@$(BIN)/python -m venv $(AUDIT)
	@$(AUDIT)/bin/python -m pip --disable-pip-version-check -q install --require-hashes -r requirements-audit.lock >&2
	@touch $@

# Static checks, then known vulnerabilities of what is locked. Where those can't be looked up it says so, and
# fails only with STRICT=1.
audit: $(AUDIT)/audit.stamp
	@$(BIN)/ruff check -q --select S bot benchmarks .ci
	@$(AUDIT)/bin/bandit -q -c pyproject.toml -r bot benchmarks .ci
	@echo "static checks: nothing found" >&2
	@$(BIN)/python .ci/audit.py $(AUDIT)/bin/pip-audit requirements*.lock benchmarks/peers.lock \
		|| { code=$$?; [ $$code = 3 ] && [ -z "$(STRICT)" ]; }

# What a bot is made of (CycloneDX), from what is locked: nothing is looked up
sbom: $(AUDIT)/audit.stamp
	@mkdir -p dist
	@PYTHONWARNINGS=ignore $(AUDIT)/bin/cyclonedx-py requirements requirements.lock --pyproject pyproject.toml --output-reproducible -o dist/sbom.json
	@echo "dist/sbom.json" >&2

# make data FROM=../shared/data; without FROM the sources are fetched from their public addresses
data: $(VENV)/run.stamp
	@$(BIN)/python -m bot.upkeep.snapshot $(if $(FROM),--from $(FROM)) data/results.db

# uv resolves for Python 3.11 and later at once; the locks hold names, versions and hashes only. What is locked stays as
# it is where it can; UPGRADE=1 takes the newest of everything.
COMPILE = $(AUDIT)/bin/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
	$(if $(UPGRADE),--upgrade)
lock: $(AUDIT)/audit.stamp
	@$(COMPILE) --group build pyproject.toml -o requirements.lock > /dev/null
	@$(COMPILE) --group build --group dev pyproject.toml -o requirements-dev.lock > /dev/null
	@$(COMPILE) --group audit -o requirements-audit.lock > /dev/null
	@$(COMPILE) --group peers -o benchmarks/peers.lock > /dev/null

# Killed fifty times on a match night: about three minutes.
night: $(VENV)/dev.stamp
	@KILLS=50 $(BIN)/python -m pytest -q tests/test_match_night.py -k killed

# Five minutes of load, faults and kills: nothing lost, nothing doubled, flat memory
soak: $(VENV)/dev.stamp
	@$(BIN)/python benchmarks/soak.py

# What people elsewhere wait while one chat floods; five minutes
benchmarks-floods: $(VENV)/dev.stamp
	@$(BIN)/python benchmarks/floods.py

benchmarks: $(VENV)/run.stamp
	@$(BIN)/python benchmarks/answering.py
	@mkdir -p var
	@$(BIN)/python benchmarks/commands.py var/large.db
	@$(BIN)/python benchmarks/memory.py var/large.db
	@$(BIN)/python benchmarks/starting.py
	@$(BIN)/python benchmarks/importing.py
	@$(BIN)/python benchmarks/checking.py
	@$(BIN)/python benchmarks/alerts.py

# Beside aiogram and python-telegram-bot's own webhook, in an environment of their own; some ten minutes
benchmarks-serving: $(VENV)/run.stamp
	@test -x var/peers/bin/python || $(PYTHON) -m venv var/peers
	@var/peers/bin/python -m pip --disable-pip-version-check -q install --require-hashes -r benchmarks/peers.lock
	@$(BIN)/python benchmarks/serving.py var/peers/bin/python

# Samples of every kind of picture, and what drawing them costs
pictures: $(VENV)/run.stamp
	@$(BIN)/python benchmarks/pictures.py var/pictures

# dist/uitslagbot-VERSION-py3-none-any.whl, with the results that come along, and the versions that it was tested with
wheel: $(VENV)/run.stamp
	@$(BIN)/hatchling build -t wheel -d dist
	@sed -nE 's/^([A-Za-z0-9._-]+==[^ ]+)( ;.*[^\\ ])? *\\?$$/\1\2/p' requirements.lock > dist/constraints.txt

clean:
	rm -rf $(VENV)
