# dxgmap. `make help` lists the targets; README.md says what they are for.

VERSION := 0.1.0
SOVERSION := 0

CC = gcc
CFLAGS = -O2 -g
PREFIX = /usr/local
DESTDIR =

STRICT := -std=c11 -Wall -Wextra -Wconversion -Wshadow -Werror
BUILD := build
PUBLIC := $(filter-out %/dxgmap_core.h,$(wildcard generated/include/*.h))

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
MAKEFLAGS += --no-print-directory

## doctor: name the tools that are missing or too old, and the Debian packages that have them
doctor:
	@.ci/tools doctor
.PHONY: doctor

## setup: install the missing tools with apt-get, as root or through sudo; does nothing when all are there
setup:
	@.ci/tools setup
.PHONY: setup

PROVE = python3 -B proofs/prove.py $(addprefix --unit ,$(UNIT)) $(addprefix --profile ,$(PROFILE))

## prove: prove the core, cold; UNIT=slots for one unit, PROFILE=small for one profile
prove:
	@$(PROVE)
.PHONY: prove

## smoke: look for contracts and code from which anything would follow; takes UNIT and PROFILE too
smoke:
	@$(PROVE) --smoke
.PHONY: smoke

## replay: re-read the committed verdicts of the provers; quick, and not a proof; takes UNIT and PROFILE too
replay:
	@$(PROVE) --replay
.PHONY: replay

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
	@$(CC) $(STRICT) $(CFLAGS) -fPIC -fvisibility=hidden -Igenerated/include -c $< -o $@

$(BUILD)/exports: generated/dxgmap.map
	@mkdir -p $(@D)
	@sed -n 's/^    \([A-Za-z_]*[A-Za-z0-9_]*\);$$/\1/p' $< >$@

$(BUILD)/lib/libdxgmap.so: $(BUILD)/dxgmap.o generated/dxgmap.map
	@mkdir -p $(@D)
	@$(CC) $(CFLAGS) -shared -Wl,-soname,libdxgmap.so.$(SOVERSION) -Wl,--version-script=generated/dxgmap.map -Wl,-z,defs \
	  $< -o $@ -pthread
	@ln -sf libdxgmap.so $(@D)/libdxgmap.so.$(SOVERSION)

# An archive keeps every global name of its members: only the documented ones stay global.
$(BUILD)/lib/libdxgmap.a: $(BUILD)/dxgmap.o $(BUILD)/exports
	@mkdir -p $(@D)
	@objcopy --keep-global-symbols=$(BUILD)/exports $< $(BUILD)/dxgmap-exported.o
	@rm -f $@
	@ar rcsD $@ $(BUILD)/dxgmap-exported.o

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

## lint: layout of the sources, and clang-tidy
lint:
	@.ci/lint
.PHONY: lint

## test: every test, with the proofs; the last line is `N passed, N failed`
test:
	@python3 -B tests/run.py
.PHONY: test

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
