# SPDX-License-Identifier: MIT
"""What proofs do not show: that they mean something.

Smoke tests: a contract, loop or piece of code from which \\false follows proves everything and means nothing. Ground
calls (proofs/ground): calls with arguments written out, each proved to give one status and no other, for which the
contracts that they rely on must not be empty; they are proved here, and smoked like the core.
"""

import re
import time

import frama
import unitrun
import whole
from acsl import Unit
from profiles import Profile
from unitrun import Listener, Problem, Run, Settings

PAR = 2
_BRANCH = re.compile(r"\b(if|for|while|switch|goto)\b")


def run(settings: Settings, unit: str, profile: Profile, listen: Listener) -> Run:
    result = Run(unit, profile.name)
    started = time.monotonic()
    proof = unitrun.prove(settings, unit, profile, listen) if unit in settings.tree.ground_units() else None
    path = settings.tree.units()[unit]
    out = settings.tree.build / f"{unit}-{profile.name}"
    out.mkdir(parents=True, exist_ok=True)
    command = frama.smoke_command(settings.tree, path, profile, PAR)
    log, code = unitrun.follow(settings, result, command, out / "smoke.txt", listen)
    where = settings.tree.relative(path)
    if code != 0:
        result.problems.append(Problem(f"frama-c ended with {code}: {' '.join(log.errors)[:2000]}", where))
    result.goals = [goal for goal in log.goals.values() if goal.smoke]
    result.functions = sorted({name for name in settings.defined if settings.defined[name] == unit})
    if not result.goals and smokable(unitrun.shape_of(settings, unit, profile)):
        result.problems.append(Problem("no smoke test was run", where))
    for goal in result.goals:
        if not goal.proved:
            place = " ".join(goal.answers) or where
            name = goal.name.removeprefix("typed_ref_")
            what = f"smoke test {name} fails: \\false follows there, so what is proved there means nothing"
            result.problems.append(Problem(what, place))
    if proof:
        if proof.shape.functions:
            proof.problems += whole.agreement(settings, {unit: proof.shape}, profile)
        result.goals = [*proof.goals, *result.goals]
        result.problems = [*proof.problems, *result.problems]
        result.shape = proof.shape
    result.seconds = time.monotonic() - started
    return result


def smokable(unit: Unit) -> bool:
    """WP tests what could contradict itself: the `requires` of a function, loops, calls and branches."""
    return any(f.requires() or f.calls() or _BRANCH.search(f.body or "") for f in unit.defined().values())
