#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# What is there for a CI of somebody else: the workflows, the recipe of a container, the exit codes.
cd "$(dirname "$0")" || exit 1
# A python3 that someone put before the system's lacks the modules of its packages.
python=python3
"$python" -c 'import yaml' 2>/dev/null || python=/usr/bin/python3
exec "$python" -B suite.py
