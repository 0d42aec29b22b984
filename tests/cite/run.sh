#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# The index, `make cite`, the receipt of the proof, the reports made of them, and that each planted fault is seen.
cd "$(dirname "$0")" && exec python3 -B suite.py
