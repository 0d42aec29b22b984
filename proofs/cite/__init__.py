# SPDX-License-Identifier: MIT
"""From a sentence of the specification to what stands behind it; see proofs/CITE.md."""
