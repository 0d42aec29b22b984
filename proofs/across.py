# SPDX-License-Identifier: MIT
"""What only the whole core shows: units agree on the contracts and the logic that they share, and calls form no ring.

A unit is proved against the contracts of the functions that it calls. That is worth something only if the contract that
the caller sees is the one that the callee's own unit proves, with the same predicates in it, over the same structures.
"""

import re
from collections.abc import Iterator

from acsl import Clause, Function, Unit
from formula import squeeze


def disagreements(shapes: dict[str, Unit], defined: dict[str, str]) -> Iterator[str]:
    seen: dict[str, tuple[str, str]] = {}
    for name, shape in shapes.items():
        for title, text in shape.shared.items():
            first, known = seen.setdefault(title, (name, text))
            if known != text:
                yield f"{title} is not the same in {name} as in {first}"
        for function in shape.declared().values():
            home = shapes.get(defined.get(function.name, ""))
            proved = home.defined().get(function.name) if home else None
            if proved and _said(function) != _said(proved):
                home_name = defined[function.name]
                yield f"{function.name}: {name} sees another contract than {home_name} proves: assumed contract"


def _said(function: Function) -> set[tuple[str, str, str, str]]:
    return {(c.behavior, c.kind, c.label, _spelled(c)) for c in function.clauses}


def _spelled(clause: Clause) -> str:
    """The printer puts \\old round a formal where a function is defined and leaves it out where it is declared."""
    return re.sub(r"\\old\((\w+)\)", r"\1", squeeze(clause.text))


def rings(shapes: dict[str, Unit], defined: dict[str, str]) -> Iterator[str]:
    """Termination is proved from the callee's contract: in a ring through several units it would prove itself."""
    calls = {
        function.name: {c for c in function.calls() if c in defined}
        for shape in shapes.values()
        for function in shape.defined().values()
    }
    for start in sorted(calls):
        ring = _ring(start, calls)
        if len({defined[f] for f in ring if f in defined}) > 1 and start == min(ring):
            yield f"{' -> '.join(ring)}: calls in a ring through several units: termination is not proved"


def _ring(start: str, calls: dict[str, set[str]]) -> list[str]:
    """A way from a function back to it, or nothing."""
    ways, seen = [[start]], {start}
    while ways:
        way = ways.pop()
        for callee in calls.get(way[-1], set()):
            if callee == start:
                return [*way, start]
            if callee not in seen:
                seen.add(callee)
                ways.append([*way, callee])
    return []


def needed(shapes: dict[str, Unit], defined: dict[str, str]) -> set[str]:
    """Units that the given ones call into."""
    return {defined[f] for shape in shapes.values() for f in shape.declared() if f in defined} - shapes.keys()
