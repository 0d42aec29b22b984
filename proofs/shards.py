# SPDX-License-Identifier: MIT
"""A cold proof split over several machines. Each proves its shard, `make prove SHARD=2/4`, and keeps the report
(build/proofs/prove.json); `make prove-join` (join.py) makes one verdict of all of them.

The split is a function of the tree alone, so that every machine finds the same: each unit is in exactly one shard, and
the shards are about equally long by the times of the stored proofs.
"""

import json
import re
from dataclasses import dataclass

from tree import Tree

PROFILE = "default"  # whose times are looked at
GOAL = 0.03  # seconds of Frama-C beside those of the provers, for a goal
UNKNOWN = 0.002  # seconds for a byte of a unit that has no stored proof: more than most need


@dataclass(frozen=True)
class Shard:
    index: int  # from 1
    of: int

    def __str__(self) -> str:
        return f"shard {self.index} of {self.of}"


def parse(text: str) -> Shard:
    """Raises ValueError, in words."""
    match = re.fullmatch(r"([0-9]{1,4})/([0-9]{1,4})", text)
    if not match:
        raise ValueError(f"SHARD=`{text}` is no shard: it is i/n, say 2/4 for the second of four")
    shard = Shard(int(match[1]), int(match[2]))
    if not 1 <= shard.index <= shard.of:
        raise ValueError(f"SHARD={text}: there is no shard {shard.index} of {shard.of}; the first is 1, the last n")
    return shard


def choose(tree: Tree, units: list[str], shard: Shard) -> list[str]:
    """The units of one shard, in the order in which they were given. Raises ValueError when there are fewer units."""
    if shard.of > len(units):
        raise ValueError(f"SHARD={shard.index}/{shard.of}: there are {len(units)} units to share, and no {shard.of}")
    mine = split({unit: weight(tree, unit) for unit in units}, shard.of)[shard.index - 1]
    return [unit for unit in units if unit in mine]


def split(weights: dict[str, float], count: int) -> list[list[str]]:
    """The heaviest first, each to the shard that is the lightest so far; of equals the first."""
    shards: list[list[str]] = [[] for _ in range(count)]
    loads = [0.0] * count
    for unit in sorted(weights, key=lambda unit: (-weights[unit], unit)):
        lightest = min(range(count), key=lambda number: (loads[number], number))
        shards[lightest].append(unit)
        loads[lightest] += weights[unit]
    return shards


def weight(tree: Tree, unit: str) -> float:
    """In seconds, about. A session that cannot be read is as good as none: nothing but the balance hangs on it."""
    try:
        goals = json.loads((tree.sessions / f"{unit}-{PROFILE}.json").read_text())["goals"]
        return GOAL + sum(float(seconds) + GOAL for _, seconds in goals.values())
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return tree.units()[unit].stat().st_size * UNKNOWN
