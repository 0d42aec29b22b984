#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# The generator of generated/.
cd "$(dirname "$0")" && exec python3 -B test_generate.py
