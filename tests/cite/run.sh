#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# The index, `make cite`, the receipt of the proof, the reports made of them, and that each planted fault is seen.
cd "$(dirname "$0")" || exit 1
# A python3 that someone put before the system's lacks the modules of its packages.
python=python3
"$python" -c 'import jsonschema' 2>/dev/null || python=/usr/bin/python3
exec "$python" -B suite.py
