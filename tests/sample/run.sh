#!/bin/sh
# SPDX-License-Identifier: MIT
# The sample miniport on every machine of its harness. Each machine is a test.
exec sh "$(dirname "$0")/../program.sh" sample '^  [12]  .*frame buffer' '^  [12]  .*WRONG'
