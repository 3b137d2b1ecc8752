# `make` checks everything; `make help` lists the rest. Each target does all of its own set-up.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := check
.DELETE_ON_ERROR:
MAKEFLAGS += --no-builtin-rules
unexport VIRTUAL_ENV PYTHONPATH PYTHONHOME PYTHONDONTWRITEBYTECODE

BIN := .venv/bin
SETUP := .ci/setup
COMPILE = $(SETUP) uv pip compile --universal --python-version 3.11 --generate-hashes \
	--no-header --no-annotate $(UPGRADE) -o

# What setting a PDF takes from Debian: the text engine and a Chinese font.
SETTING := libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fonts-noto-cjk

.PHONY: check demo test lint format types contracts docs bench accuracy soak lock clean help

check: lint types contracts test docs  ## everything below down to docs: what a change has to pass (the default)

demo: .venv/.runtime  ## the whole job on an example city: registers, book, limits, figures, report, a report checked
	@$(SETUP) debian $(SETTING)
	@$(BIN)/plumbline demo

test: .venv/.spark  ## all tests, on every core: in the browser, on PostgreSQL and on Spark too
	@$(SETUP) debian $(SETTING) chromium postgresql nodejs:node openjdk-17-jre-headless:java
	@$(BIN)/python -m pytest -n auto --dist loadfile $(ARGS)

lint: .venv/.dev  ## format and style (ruff)
	@$(BIN)/ruff format --check src tests docs
	@$(BIN)/ruff check --quiet src tests docs

types: .venv/.dev  ## types (mypy --strict)
	@$(BIN)/mypy

contracts: .venv/.dev  ## who may import whom (import-linter)
	@$(BIN)/lint-imports

docs: .venv/.dev  ## the documentation as pages, into site/
	@$(BIN)/mkdocs build --strict

format: .venv/.dev  ## put the source in order: layout, imports, what ruff can mend
	@$(BIN)/ruff check --fix --quiet src tests docs || true
	@$(BIN)/ruff format src tests docs

bench: .venv/.bench  ## speed, growth and memory, as ratios to a peer in the same run; writes docs/reference/speed*.md
	@$(SETUP) debian postgresql
	@PYTHONPATH=tests $(BIN)/python -m bench.speed
	@PYTHONPATH=tests $(BIN)/python -m bench.whole
	@$(BIN)/python -m pytest -m bench $(ARGS) || [ $$? = 5 ]

accuracy: .venv/.bench  ## how well it reads, beside three peers; writes docs/reference/accuracy.md
	@PYTHONPATH=tests $(BIN)/python -m bench.accuracy

soak: .venv/.dev  ## the long tests: loads killed at random moments, Word rendered by LibreOffice, deep fuzzing
	@$(SETUP) debian $(SETTING) chromium postgresql libreoffice-writer poppler-utils
	@HYPOTHESIS_PROFILE=soak $(BIN)/python -m pytest -n auto -m soak --timeout 3600 $(ARGS)

lock: .boot/.ready  ## requirements/ anew from pyproject.toml, pins kept where they fit; UPGRADE=--upgrade moves them
	@$(COMPILE) requirements/runtime.txt pyproject.toml
	@$(COMPILE) requirements/dev.txt pyproject.toml --group dev -c requirements/runtime.txt
	@$(COMPILE) requirements/bench.txt pyproject.toml --group bench -c requirements/dev.txt
	@$(COMPILE) requirements/spark.txt pyproject.toml --extra spark -c requirements/dev.txt
	@$(COMPILE) requirements/build.txt --group build -c requirements/dev.txt
	@$(COMPILE) requirements/boot.txt --group boot

clean:  ## remove everything made here, environments too
	@rm -rf .boot .venv .cache build dist site out .hypothesis .mypy_cache .pytest_cache .ruff_cache .import_linter_cache

help:  ## this list
	@sed -nE 's/^([a-z]+):[^#]*## (.*)/make \1\t\2/p' Makefile | awk -F'\t' '{ printf "%-14s %s\n", $$1, $$2 }'

# Stamps: each stands for a finished step, and is older than what it was made from when that step has to be done again.
.boot/.ready: requirements/boot.txt .ci/setup
	@mkdir -p .boot
	@$(SETUP) boot
	@touch $@

.venv/.runtime: requirements/runtime.txt requirements/build.txt pyproject.toml .boot/.ready
	@$(SETUP) packages runtime
	@$(SETUP) project
	@touch $@

.venv/.dev: requirements/dev.txt .venv/.runtime
	@$(SETUP) packages dev
	@touch $@

.venv/.spark: requirements/spark.txt .venv/.dev
	@$(SETUP) packages spark
	@touch $@

.venv/.bench: requirements/bench.txt .venv/.dev
	@$(SETUP) packages bench
	@touch $@
