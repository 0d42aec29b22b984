#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# The sample miniport on every machine of its harness. Each machine is a test.
source "$(dirname "$0")/../harness/suite.sh"
on_the_dropin
conclude
