# SPDX-License-Identifier: MIT
"""Every goal by each of two provers of different make, on its own: the tasks, the provers, what was found."""
