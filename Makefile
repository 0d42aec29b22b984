# SPDX-License-Identifier: MIT
# dxgmap. `make help` lists the targets; README.md says what they are for.

VERSION := 0.1.0
SOVERSION := 0

CC = gcc
CFLAGS = -O3 -g
PREFIX = /usr/local
DESTDIR =

STRICT := -std=c11 -Wall -Wextra -Wconversion -Wshadow -Werror
BUILD := build
PUBLIC := $(filter-out %/dxgmap_core.h,$(wildcard generated/include/*.h))

SHELL := /bin/bash
.SHELLFLAGS := -o pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
MAKEFLAGS += --no-print-directory

STAGE := printf '\n== %s\n\n'

## run: install what is missing, build, run the sample driver and the tour of bad drivers, then prove
run:
	@$(STAGE) "1. The tools"
	@.ci/tools doctor || .ci/tools setup
	@$(STAGE) "2. The library, generated from the model and built"
	@$(MAKE) check-generated lib
	@$(STAGE) "3. A sample display driver saves its frame buffer and brings it back"
	@$(MAKE) sample
	@$(STAGE) "4. A tour of bad drivers: what each is told"
	@$(MAKE) tour
	@$(STAGE) "5. The proof of the core, without any stored verdict (about ten minutes)"
	@$(MAKE) prove
	@python3 -B .ci/summary
.PHONY: run

## doctor: name the tools that are missing or too old, and the Debian packages that have them
doctor:
	@.ci/tools doctor
.PHONY: doctor

## setup: install the missing tools with apt-get, as root or through sudo; does nothing when all are there
setup:
	@.ci/tools setup
.PHONY: setup

PROVE = python3 -B proofs/prove.py $(addprefix --unit ,$(UNIT)) $(addprefix --profile ,$(PROFILE))
BELIEVE = $(addprefix --receipts ,$(RECEIPTS))

## prove: prove the core, cold; UNIT=slots for one unit, PROFILE=all for the small and large profiles too
prove:
	@$(PROVE)
.PHONY: prove

## machine: prove the theorems of the abstract machine, spec/machine, with Why3
machine:
	@python3 -B proofs/machine/prove.py
.PHONY: machine

## smoke: ask whether the contracts mean something; takes UNIT and PROFILE too, RECEIPTS=renew believes none
smoke:
	@$(PROVE) --smoke $(BELIEVE)
.PHONY: smoke

## replay: re-read the committed verdicts of the provers; quick, and not a proof; takes UNIT and PROFILE too
replay:
	@$(PROVE) --replay
.PHONY: replay

## mutants: break the core in ways that the proof must notice; takes UNIT and RECEIPTS too, ONLY=core for one list
mutants:
	@python3 -B tests/gate/mutants.py $(addprefix --unit ,$(UNIT)) $(BELIEVE) $(if $(ONLY),"$(ONLY) mutant")
.PHONY: mutants

## receipts: run what has changed since its session or receipt was written; takes up where it stopped
receipts:
	@python3 -B proofs/uptodate.py
.PHONY: receipts

CITE = PYTHONPATH=proofs python3 -B -m

## cite: what stands behind an id, to paste into a review: ID=UNPIN-2 (T-UAU, G8, D-23, DXGMAP_PINNED, a goal, ...)
cite:
	@$(CITE) cite $(addprefix --format ,$(FORMAT)) -- "$(ID)"
.PHONY: cite

## prove-diff: what this tree claims otherwise than BASE=revision: weaker, stronger, assumed, goals, time
prove-diff:
	@$(CITE) cite.diff $(or $(BASE),HEAD)
.PHONY: prove-diff

## report: the proof as a page (build/report/index.html), JUnit XML, SARIF and a summary in Markdown; RUN=prove.json
report:
	@$(CITE) cite.report $(addprefix --run ,$(RUN))
.PHONY: report

## receipt: keep what the last green `make prove` says of these files, and write it into generated/
receipt:
	@$(CITE) cite.receipt
	@$(MAKE) generate
.PHONY: receipt

## verify-receipt: whether the sources of LIB=FILE (dxgmap.c, an archive, a library, a program) are the proved bytes
verify-receipt:
	@$(CITE) cite.verify $(or $(LIB),generated/dxgmap.c)
.PHONY: verify-receipt

## generate: write generated/ from model/ and spec/
generate:
	@python3 -B model/generate.py
.PHONY: generate

## check-generated: fail if generated/ is not what the model gives, or its core not what is proved
check-generated:
	@python3 -B model/generate.py --check
.PHONY: check-generated

## lib: build build/lib/libdxgmap.a and libdxgmap.so from generated/
lib: $(BUILD)/lib/libdxgmap.a $(BUILD)/lib/libdxgmap.so
	@echo "built $^"
.PHONY: lib

$(BUILD)/dxgmap.o: generated/dxgmap.c $(wildcard generated/include/*.h)
	@mkdir -p $(@D)
	@sum=$$(sha256sum $<); $(CC) $(STRICT) $(CFLAGS) -fPIC -fvisibility=hidden -Igenerated/include \
	  -DDXGMAP_SOURCE_SHA256='"'$${sum%% *}'"' -c $< -o $@

$(BUILD)/exports: generated/dxgmap.map
	@mkdir -p $(@D)
	@sed -n 's/^    \([A-Za-z_]*[A-Za-z0-9_]*\);$$/\1/p' $< >$@

$(BUILD)/lib/libdxgmap.so: $(BUILD)/dxgmap.o generated/dxgmap.map
	@mkdir -p $(@D)
	@$(CC) $(CFLAGS) -shared -Wl,-soname,libdxgmap.so.$(SOVERSION) -Wl,--version-script=generated/dxgmap.map \
	  -Wl,-z,defs $< -o $@ -pthread
	@ln -sf libdxgmap.so $(@D)/libdxgmap.so.$(SOVERSION)

# An archive keeps every global name of its members: only the documented ones stay global.
$(BUILD)/lib/libdxgmap.a: $(BUILD)/dxgmap.o $(BUILD)/exports
	@mkdir -p $(@D)
	@objcopy --keep-global-symbols=$(BUILD)/exports $< $(BUILD)/dxgmap-exported.o
	@rm -f $@
	@ar rcsD $@ $(BUILD)/dxgmap-exported.o

$(BUILD)/run/sample: $(wildcard tests/sample/*.[ch])
$(BUILD)/run/tour: $(wildcard tests/tour/*.[ch])
$(BUILD)/run/sample $(BUILD)/run/tour: $(wildcard tests/harness/harness.[ch] tests/harness/last_words.[ch])
$(BUILD)/run/sample $(BUILD)/run/tour: $(BUILD)/lib/libdxgmap.a
	@mkdir -p $(@D)
	@$(CC) $(STRICT) $(CFLAGS) -Igenerated/include -Itests/harness $(filter %.c,$^) $(filter %.a,$^) \
	  -rdynamic -pthread -o $@

## sample: run a display driver, written against the Windows headers alone, on the library
sample: $(BUILD)/run/sample
	@$< 2>&1 | tee $<.log
.PHONY: sample

## tour: run drivers that each make one mistake, and see the reports
tour: $(BUILD)/run/tour
	@$< 2>&1 | tee $<.log
.PHONY: tour

## bench: measure the library beside tables that others use; QUICK=1 in under a minute
bench:
	@BENCH_CC='$(CC)' tests/bench/run_bench.sh $(if $(QUICK),--quick)
.PHONY: bench

## soak: ten million pairs of every acquiring call, over three thousand lives, what they take bounded (half an hour)
soak:
	@SOAK_PAIRS=$(or $(PAIRS),10000000) SOAK_LIVES=$(or $(LIVES),3000) SOAK_LIMIT=86400 tests/soak/run.sh
.PHONY: soak

## programs: ten thousand random driver programs, right ones and such with one mistake; PROGRAMS=N for so many
programs:
	@PROGRAMS=$(or $(PROGRAMS),10000) PROGRAMS_LIMIT=86400 tests/programs/run.sh
.PHONY: programs

## install: install library, headers and pkg-config file under DESTDIR/PREFIX
install: lib
	@install -d $(DESTDIR)$(PREFIX)/lib/pkgconfig $(DESTDIR)$(PREFIX)/include/dxgmap
	@install -m 644 $(PUBLIC) $(DESTDIR)$(PREFIX)/include/dxgmap
	@install -m 644 $(BUILD)/lib/libdxgmap.a $(DESTDIR)$(PREFIX)/lib
	@install -m 755 $(BUILD)/lib/libdxgmap.so $(DESTDIR)$(PREFIX)/lib/libdxgmap.so.$(VERSION)
	@ln -sf libdxgmap.so.$(VERSION) $(DESTDIR)$(PREFIX)/lib/libdxgmap.so.$(SOVERSION)
	@ln -sf libdxgmap.so.$(SOVERSION) $(DESTDIR)$(PREFIX)/lib/libdxgmap.so
	@printf '%s\n' 'prefix=$(PREFIX)' 'libdir=$${prefix}/lib' 'includedir=$${prefix}/include/dxgmap' '' \
	  'Name: dxgmap' 'Description: A verified model of the Dxgkrnl mapping callbacks' 'Version: $(VERSION)' \
	  'Cflags: -I$${includedir}' 'Libs: -L$${libdir} -ldxgmap' 'Libs.private: -pthread' \
	  >$(DESTDIR)$(PREFIX)/lib/pkgconfig/dxgmap.pc
	@echo "installed under $(DESTDIR)$(PREFIX)"
.PHONY: install

## lint: layout of the sources, and clang-tidy; QUICK=1 without the latter
lint:
	@.ci/lint $(if $(QUICK),--quick)
.PHONY: lint

## test: every test and the cold proof; smoke tests and mutants as far as no receipt holds
test: setup
	@python3 -B tests/run.py
.PHONY: test

## test-all: the same, and nothing that is stored is believed: the other profiles cold too
test-all: setup
	@python3 -B tests/run.py --all
.PHONY: test-all

## test-quick: every test but those that run the provers
test-quick:
	@python3 -B tests/run.py --quick
.PHONY: test-quick

## clean: remove what was built
clean:
	@rm -rf $(BUILD)
.PHONY: clean

## help: list the targets
help:
	@sed -n 's/^## \([a-z-]*\): \(.*\)/  \1\t\2/p' Makefile | expand -t 20
.PHONY: help
