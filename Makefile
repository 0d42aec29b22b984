# SPDX-License-Identifier: MIT
# dxgmap. `make help` lists the targets; README.md says what they are for.

VERSION := $(shell cat VERSION)
SOVERSION := $(firstword $(subst ., ,$(VERSION)))

CC = gcc
CFLAGS = -O3 -g
LDFLAGS =
PREFIX = /usr/local
LIBDIR = $(PREFIX)/lib
INCLUDEDIR = $(PREFIX)/include/dxgmap
MANDIR = $(PREFIX)/share/man
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
	@$(STAGE) "5. The proof: of the core without stored verdicts (ten minutes), of the abstract machine by receipt"
	@$(MAKE) prove RECEIPTS=read
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

# A SHARD that is set and empty is a mistake, and not the whole.
SHARDED = $(if $(filter-out undefined,$(origin SHARD)),--shard '$(SHARD)')
PROVE = python3 -B proofs/prove.py $(addprefix --unit ,$(UNIT)) $(addprefix --profile ,$(PROFILE)) $(SHARDED)
BELIEVE = $(addprefix --receipts ,$(RECEIPTS))

## prove: prove the abstract machine, the core, and that the core refines the machine, cold; of the core alone
#  UNIT=slots, one unit, or SHARD=2/4, a share; PROFILE=all for every profile; RECEIPTS=read believes the receipts of
#  the machine and of the refinement
prove:
	@$(if $(UNIT)$(SHARD),,python3 -B proofs/machine/prove.py $(BELIEVE))
	@$(if $(UNIT)$(SHARD),,python3 -B proofs/refine/prove.py $(BELIEVE))
	@$(if $(UNIT)$(SHARD),,python3 -B proofs/refine/traces.py)
	@$(PROVE)
.PHONY: prove

## prove-join: one verdict of the shards of a proof: RUNS="a.json b.json", each the build/proofs/prove.json of one
prove-join:
	@python3 -B proofs/join.py $(RUNS)
.PHONY: prove-join

## machine: prove the theorems of the abstract machine, spec/machine, cold; RECEIPTS=read believes the receipt
machine:
	@python3 -B proofs/machine/prove.py $(BELIEVE)
.PHONY: machine

## refine: prove that steps of the core are steps of the abstract machine, cold; RECEIPTS=read believes the receipts
#  that hold, PART="refine_close mutants" some of it
refine:
	@python3 -B proofs/refine/prove.py $(BELIEVE) $(PART)
	@$(if $(PART),,python3 -B proofs/refine/traces.py)
.PHONY: refine

## machine-mutants: break the abstract machine in ways that its theorems must notice; takes RECEIPTS too
machine-mutants:
	@python3 -B proofs/machine/mutants.py $(BELIEVE)
.PHONY: machine-mutants

## smoke: ask whether the contracts mean something; takes UNIT and PROFILE too, RECEIPTS=renew believes none
smoke:
	@$(PROVE) --smoke $(BELIEVE)
.PHONY: smoke

## explore: every sequence of calls of a tiny profile to depth 6, by the core and the abstract machine
explore:
	@tests/explore/run.sh --whole
.PHONY: explore

## fuzz: a hundred million random steps of the core, each judged by the abstract machine (half an hour)
fuzz:
	@tests/fuzz/run.sh --whole
.PHONY: fuzz

## replay: re-read the committed verdicts of the provers; quick, and not a proof; takes UNIT and PROFILE too
replay:
	@$(PROVE) --replay
.PHONY: replay

## mutants: break the core in ways that the proof must notice; takes UNIT and RECEIPTS too, ONLY=core for one list
mutants:
	@python3 -B tests/gate/mutants.py $(addprefix --unit ,$(UNIT)) $(BELIEVE) $(if $(ONLY),"$(ONLY) mutant")
.PHONY: mutants

## analyse: Eva and WP on the Windows face, and a mutant of each kind; takes RECEIPTS too, ONLY=word for a part
analyse:
	@python3 -B proofs/face/analyse.py $(BELIEVE) $(addprefix --only ,$(ONLY))
.PHONY: analyse

## footprint: which parts of the state each step of the core writes and reads, and mutants; takes RECEIPTS too
footprint:
	@python3 -B proofs/face/analyse.py $(BELIEVE) --only footprint
.PHONY: footprint

## second-prover: every goal by each of two provers on its own; takes up where it stopped; SHARD=i/n, UNIT too
second-prover:
	@PYTHONPATH=proofs python3 -B -m second $(addprefix --unit ,$(UNIT)) $(addprefix --shard ,$(SHARD))
.PHONY: second-prover

## bite: put hundreds of generated mutants to the proof and the tests; takes up where it stopped; SHARD=1/4 for a part
bite:
	@python3 -B tests/gate/bite.py $(addprefix --shard ,$(SHARD)) $(addprefix --jobs ,$(JOBS))
.PHONY: bite

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

## site: a static site in build/site, of the same sources as everything else: open build/site/index.html
site:
	@PYTHONPATH=proofs:packaging python3 -B -m website
.PHONY: site

## receipt: keep what the last green `make prove` says of these files, and write it into generated/ and README.md
receipt:
	@$(CITE) cite.receipt
	@$(MAKE) figures generate
.PHONY: receipt

## figures: how long the last cold proof and replay took, and what else was measured, into the table of README.md
figures:
	@$(CITE) cite.times
	@$(CITE) cite.figures
.PHONY: figures

## verify-receipt: whether the sources of LIB=FILE (dxgmap.c, an archive, a library, a program) are the proved bytes
verify-receipt:
	@$(CITE) cite.verify $(or $(LIB),generated/dxgmap.c)
.PHONY: verify-receipt

## generate: write generated/ from model/ and spec/, and the figures in README.md anew
generate:
	@python3 -B model/generate.py
	@$(CITE) cite.figures
.PHONY: generate

## check-generated: fail if generated/ is not what the model gives, or its core not what is proved
check-generated:
	@python3 -B model/generate.py --check
.PHONY: check-generated

## lib: build build/lib/libdxgmap.a and libdxgmap.so from generated/
lib: $(BUILD)/lib/libdxgmap.a $(BUILD)/lib/libdxgmap.so
	@echo "built $^"
.PHONY: lib

# Lines of stacks are libbacktrace's, which comes with gcc: in the library, where the compiler has it. The file has how
# it is linked, or nothing.
$(BUILD)/backtrace: HEADER = -idirafter "$$(gcc -print-file-name=include 2>/dev/null)"
$(BUILD)/backtrace:
	@mkdir -p $(@D)
	@printf '%s\n' '#include <backtrace.h>' 'int main(void) { return !backtrace_create_state(0, 0, 0, 0); }' >$@.c
	@if $(CC) $(HEADER) $@.c -lbacktrace -o $@.test 2>/dev/null; then echo -lbacktrace; fi >$@

$(BUILD)/dxgmap.o: generated/dxgmap.c $(wildcard generated/include/*.h) $(BUILD)/backtrace
	@mkdir -p $(@D)
	@sum=$$(sha256sum $<); $(CC) $(STRICT) $(CFLAGS) -fPIC -fvisibility=hidden -Igenerated/include \
	  $$(test ! -s $(BUILD)/backtrace || echo -DDXGMAP_BACKTRACE=1 -idirafter $$(gcc -print-file-name=include)) \
	  -DDXGMAP_SOURCE_SHA256='"'$${sum%% *}'"' -c $< -o $@

$(BUILD)/exports: generated/dxgmap.map
	@mkdir -p $(@D)
	@sed -n 's/^    \([A-Za-z_]*[A-Za-z0-9_]*\);$$/\1/p' $< >$@

$(BUILD)/lib/libdxgmap.so: $(BUILD)/dxgmap.o generated/dxgmap.map
	@mkdir -p $(@D)
	@$(CC) $(CFLAGS) $(LDFLAGS) -shared -Wl,-soname,libdxgmap.so.$(SOVERSION) \
	  -Wl,--version-script=generated/dxgmap.map -Wl,-z,defs $< $$(cat $(BUILD)/backtrace) -o $@ -pthread
	@ln -sf libdxgmap.so $(@D)/libdxgmap.so.$(SOVERSION)

# An archive keeps every global name of its members: only the documented ones stay global.
$(BUILD)/lib/libdxgmap.a: $(BUILD)/dxgmap.o $(BUILD)/exports
	@mkdir -p $(@D)
	@$(CC) -r -nostdlib $< $$(cat $(BUILD)/backtrace) -o $(BUILD)/dxgmap-whole.o
	@objcopy --keep-global-symbols=$(BUILD)/exports $(BUILD)/dxgmap-whole.o $(BUILD)/dxgmap-exported.o
	@rm -f $@
	@ar rcsD $@ $(BUILD)/dxgmap-exported.o

# The programs beside the library; their core is the large one, for traces of large machines.
TRACE := model/tools/trace
$(BUILD)/dxgmap-core.o: generated/dxgmap.c generated/include/dxgmap_config.h
	@mkdir -p $(@D)
	@$(CC) $(STRICT) $(CFLAGS) -DDXGMAP_HOST=0 -DDXGMAP_PROFILE_LARGE -Igenerated/include -c $< -o $@

$(BUILD)/bin/dxgmap-trace: $(wildcard $(TRACE)/*.[ch]) $(BUILD)/dxgmap-core.o $(BUILD)/lib/libdxgmap.a
	@mkdir -p $(@D)
	@$(CC) $(STRICT) $(CFLAGS) -D_GNU_SOURCE -DDXGMAP_PROFILE_LARGE -Imodel/ddi/include -Imodel -Imodel/core \
	  -Ispec $(filter %.c,$^) $(filter %.o,$^) $(filter %.a,$^) $(LDFLAGS) -lcjson -lm -pthread -o $@

## tools: build build/bin/dxgmap-trace, which checks, shrinks, replays and shows recorded runs
tools: $(BUILD)/bin/dxgmap-trace
	@echo "built $^"
.PHONY: tools

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

# `make` itself ends with 2 whenever a recipe fails; the exit code of the check is that of the program.
## check-driver: every path of failures of DRIVER="a.c b.c", which HARNESS=c.c starts; FLAGS, ENTRY, FAILURES, SECONDS
check-driver: lib
	@python3 -B model/tools/check/check_driver.py $(addprefix --driver ,$(DRIVER)) \
	  $(addprefix --harness ,$(HARNESS)) \
	  $(if $(FLAGS),--flags='$(FLAGS)') $(addprefix --entry ,$(ENTRY)) $(addprefix --failures ,$(FAILURES)) \
	  $(addprefix --paths ,$(PATHS)) $(addprefix --seconds ,$(SECONDS)) $(addprefix --json ,$(JSON))
.PHONY: check-driver

## bench: measure the library beside tables that others use; QUICK=1 in under a minute; BASE=rev beside another revision
bench:
	@BENCH_CC='$(CC)' BENCH_BASE='$(BASE)' tests/bench/run_bench.sh $(if $(QUICK),--quick)
.PHONY: bench

## soak: ten million pairs of every acquiring call, over three thousand lives, what they take bounded (half an hour)
soak:
	@SOAK_PAIRS=$(or $(PAIRS),10000000) SOAK_LIVES=$(or $(LIVES),3000) SOAK_LIMIT=86400 tests/soak/run.sh
.PHONY: soak

## programs: ten thousand random driver programs, right ones and such with one mistake; PROGRAMS=N for so many
programs:
	@PROGRAMS=$(or $(PROGRAMS),10000) PROGRAMS_LIMIT=86400 tests/programs/run.sh
.PHONY: programs

# What the installed files say of where they are.
INSTALLED = sed -e 's|@PREFIX@|$(PREFIX)|; s|@LIBDIR@|$(LIBDIR)|; s|@INCLUDEDIR@|$(INCLUDEDIR)|' \
  -e 's|@VERSION@|$(VERSION)|; s|@SOVERSION@|$(SOVERSION)|' \
  -e "s|@INCLUDE_FROM_LIBDIR@|$$(realpath -m --relative-to=$(LIBDIR) $(INCLUDEDIR))|"

## install: install library, headers, tools, man pages, and what pkg-config and CMake find, under DESTDIR/PREFIX
install: lib
	@install -d $(addprefix $(DESTDIR),$(LIBDIR)/pkgconfig $(LIBDIR)/cmake/dxgmap $(INCLUDEDIR))
	@install -d $(DESTDIR)$(PREFIX)/share/dxgmap $(DESTDIR)$(PREFIX)/bin
	@install -m 755 tools/dxgmap-fail $(DESTDIR)$(PREFIX)/bin
	@install -m 644 model/ddi/call/report.schema.json model/ddi/call/options.md $(DESTDIR)$(PREFIX)/share/dxgmap
	@install -m 644 $(PUBLIC) frames/*.h frames/*.hpp $(DESTDIR)$(INCLUDEDIR)
	@install -m 644 $(BUILD)/lib/libdxgmap.a $(DESTDIR)$(LIBDIR)
	@install -m 755 $(BUILD)/lib/libdxgmap.so $(DESTDIR)$(LIBDIR)/libdxgmap.so.$(VERSION)
	@ln -sf libdxgmap.so.$(VERSION) $(DESTDIR)$(LIBDIR)/libdxgmap.so.$(SOVERSION)
	@ln -sf libdxgmap.so.$(SOVERSION) $(DESTDIR)$(LIBDIR)/libdxgmap.so
	@$(INSTALLED) packaging/dxgmap.pc.in >$(DESTDIR)$(LIBDIR)/pkgconfig/dxgmap.pc
	@$(INSTALLED) packaging/dxgmap-config.cmake.in >$(DESTDIR)$(LIBDIR)/cmake/dxgmap/dxgmap-config.cmake
	@$(INSTALLED) packaging/dxgmap-config-version.cmake.in \
	  >$(DESTDIR)$(LIBDIR)/cmake/dxgmap/dxgmap-config-version.cmake
	@install -m 644 frames/cmake/*.cmake $(DESTDIR)$(LIBDIR)/cmake/dxgmap
	@for page in $(filter-out %/dxgmap-trace.1,$(wildcard packaging/man/*.[1-9])); do \
	  section=$${page##*.}; folder=$(DESTDIR)$(MANDIR)/man$$section; \
	  install -D -m 644 $$page $$folder/$${page##*/} || exit; \
	  for name in $$(sed -n '/^.Sh NAME/,/^.Nd/s/^\.Nm \([-a-z_]*\).*/\1/p' $$page); do \
	    [ -e $$folder/$$name.$$section ] || ln -s $${page##*/} $$folder/$$name.$$section || exit; done; done
	@echo "installed under $(DESTDIR)$(PREFIX)"
.PHONY: install

ABI = packaging/abi/libdxgmap.so.$(SOVERSION).abi

## abi: record the interface of build/lib/libdxgmap.so anew, once the soname is a new one or nothing was taken away
abi: lib
	@abidw --no-corpus-path --no-comp-dir-path --no-show-locs --type-id-style hash --headers-dir generated/include \
	  --drop-private-types --out-file $(ABI) $(BUILD)/lib/libdxgmap.so
	@echo "recorded $(ABI)"
.PHONY: abi

## dist: archives of the source in build/dist, with their hashes; the same bytes each time
dist:
	@packaging/dist
.PHONY: dist

## deb: Debian packages in build/deb, by dpkg-buildpackage; lintian has nothing to say
deb:
	@packaging/deb
.PHONY: deb

## install-tools: the same of dxgmap-trace, which needs libcjson-dev
install-tools: tools
	@install -d $(DESTDIR)$(PREFIX)/bin
	@install -m 755 $(BUILD)/bin/dxgmap-trace $(DESTDIR)$(PREFIX)/bin
	@install -D -m 644 packaging/man/dxgmap-trace.1 $(DESTDIR)$(MANDIR)/man1/dxgmap-trace.1
	@echo "installed under $(DESTDIR)$(PREFIX)/bin"
.PHONY: install-tools

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
