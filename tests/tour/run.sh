#!/bin/sh
# SPDX-License-Identifier: MIT
# The tour of bad drivers. Each driver is a test.
exec sh "$(dirname "$0")/../program.sh" tour '^ *[0-9]*\. .*as expected$' '^ *[0-9]*\. .*WRONG$'
