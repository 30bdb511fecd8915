# Two commands matter on a fresh machine: make demo, make test. Both set up .venv first.
# PIP_INDEX_URL and PIP_EXTRA_INDEX_URL, where set, reach pip through the environment.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: setup demo test test-processes test-system lint soak bench clean

setup: $(READY)

$(READY): pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Tabayyun needs Python 3.11 or newer; $(PYTHON) is older. Try: make $(MAKECMDGOALS) PYTHON=python3.11"; exit 2; }
	$(PYTHON) -m venv $(VENV)
	@echo "Installing (about 2 GB, a minute or more) …"
	@# torch first and alone: with it in place no other package asks for a build of several GB
	$(BIN)/pip install -q --disable-pip-version-check -c constraints.txt torch==2.13.0
	$(BIN)/pip install -q --disable-pip-version-check -c constraints.txt -e '.[dev]'
	@touch $@

demo: $(READY)
	@$(BIN)/tabayyun demo

test: $(READY)
	$(BIN)/python -m pytest -n 2 --dist worksteal

# Kills, neighbours, servers and the built wheel: several processes at once, about two minutes more.
test-processes: $(READY)
	$(BIN)/python -m pytest -m processes -n 2 --dist worksteal

# Debian packages: a real MediaWiki, browser and database server. A missing part fails.
test-system: $(READY)
	tests/system/install.sh
	$(BIN)/python -m pytest -m system -n 2 --dist loadfile tests/system tests/test_soak_small.py

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

# 1,000 articles in ten languages through the whole pipeline, undisturbed and under 20 kills and 4 other faults.
soak: $(READY)
	$(BIN)/python -m benchmarks.soak.run --articles 1000 --kills 20 --others 4 --out benchmarks/results/soak.json

# What needs no outside data; benchmarks/*/README.md name the commands that take a data folder.
bench: $(READY)
	$(BIN)/python -m benchmarks.claims.score --split seen
	$(BIN)/python -m benchmarks.claims.score --split unseen
	$(BIN)/python -m benchmarks.claims.speed --articles 1000
	$(BIN)/python -m benchmarks.verdicts.gold --split all
	$(BIN)/python -m benchmarks.verdicts.siblings --split seen
	$(BIN)/python -m benchmarks.verdicts.contrast
	$(BIN)/python -m benchmarks.engine.run

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache tabayyun-demo
