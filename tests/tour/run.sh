#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# The tour of bad drivers. Each driver is a test.
source "$(dirname "$0")/../harness/suite.sh"
on_the_dropin
conclude
