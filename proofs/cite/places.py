# SPDX-License-Identifier: MIT
"""Where a goal stands: at its promise, or else at its function."""

from cite.index import Index
from cite.runs import Case


def of_case(index: Index, case: Case) -> tuple[str, int]:
    """File and line."""
    for key in (case.name, f"{case.unit}/{case.name}"):
        goal = index.stored.goals.get(key)
        if goal and goal.unit == case.unit:
            contract = index.contracts.get(goal.function)
            promise = contract.promise(goal.promise) if contract and goal.promise else None
            if promise or contract:
                return of_place(promise.where if promise else contract.where)
    return of_name(index, case)


def of_name(index: Index, case: Case) -> tuple[str, int]:
    """Of a goal that no stored proof has: by the function that its name begins with."""
    names = [name for name in index.contracts if case.name.startswith(f"{name}_")]
    contract = index.contracts.get(max(names, key=len)) if names else None
    if contract:
        rest = case.name.removeprefix(f"{contract.function}_ensures_")
        promise = contract.promise(rest)
        return of_place(promise.where if promise else contract.where)
    path = index.tree.units().get(case.unit)
    return (index.tree.relative(path), 1) if path else ("model/core", 1)


def of_place(where: str) -> tuple[str, int]:
    file, _, line = where.partition(":")
    return file, int(line) if line.isdigit() else 1
