# SPDX-License-Identifier: MIT
"""The site: `make site`. README.md of packaging/ says what it is made of."""
