#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# The check of .ci/layers that calls and includes of the model go down only.
cd "$(dirname "$0")" && exec python3 -B test_layers.py
