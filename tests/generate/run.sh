#!/usr/bin/env bash
# The generator of generated/.
cd "$(dirname "$0")" && exec python3 -B test_generate.py
