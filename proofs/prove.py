#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Proves the core, and says no when anything is missing from the proof. See PROOF_GUIDE.md and SOUNDNESS.md."""

import argparse
import os
import shutil
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

import across  # noqa: E402
import floor  # noqa: E402
import frama  # noqa: E402
import ledger  # noqa: E402
import profiles  # noqa: E402
import report  # noqa: E402
import sametext  # noqa: E402
import sessions  # noqa: E402
import smoke  # noqa: E402
import unitrun  # noqa: E402
from profiles import Profile  # noqa: E402
from tree import Tree  # noqa: E402
from unitrun import Listener, Problem, Run, Settings  # noqa: E402


@dataclass(frozen=True)
class Mode:
    name: str
    run: Callable[[Settings, str, Profile, Listener], Run]
    good: str
    green: str  # the verdict line
    noun: str
    ground: bool = False  # over the ground calls too


PROVE = Mode("prove", unitrun.prove, "proved", "PROVED", "goals proved cold")
SMOKE = Mode(
    "smoke", smoke.run, "nothing suspect", "NO SMOKE", "smoke tests and goals of ground calls passed", ground=True
)
NOT_A_PROOF = "REPLAYED (this is not a proof: stored verdicts were read, no prover ran)"
REPLAY = Mode("replay", sessions.replay, "read", NOT_A_PROOF, "goals have a stored verdict")


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    which = "a unit of model/core or proofs/ground; repeat it for several (default: the core, for --smoke both)"
    names = ["all", *profiles.PROFILES]
    smoked = "run the smoke tests and prove the ground calls, instead of the core"
    limit = "time for one goal; the gate allows no more than %(default)s"
    parser.add_argument("--unit", action="append", default=[], metavar="NAME", help=which)
    parser.add_argument("--profile", default="default", choices=names, help="small: of the tests; all: each in turn")
    parser.add_argument("--smoke", action="store_true", help=smoked)
    parser.add_argument("--replay", action="store_true", help="re-read the committed sessions; this is not a proof")
    parser.add_argument("--save-session", action="store_true", help="prove, and write the sessions that --replay reads")
    parser.add_argument("--save-floor", action="store_true", help="prove, and write what the units prove at the least")
    parser.add_argument("--jobs", type=int, default=2, help="units proved side by side")
    parser.add_argument("--seconds", type=int, default=frama.GOAL_SECONDS, help=limit)
    parser.add_argument("--stop", action="store_true", help="stop a unit at its first reason for red")
    parser.add_argument("--json", type=Path, metavar="FILE", help="where the report goes (default: build/proofs/)")
    parser.add_argument("--root", type=Path, default=Path(__file__).resolve().parents[1], help="the tree to prove")
    return parser.parse_args()


def definitions(tree: Tree) -> tuple[dict[str, str], list[Problem]]:
    """Function -> unit over the whole core, as gcc sees it; and what of model/core no unit reaches."""
    defined: dict[str, str] = {}
    reached: set[str] = set()
    for profile in profiles.select("all"):
        for unit, path in tree.units().items():
            text = sametext.read(tree, path, sametext.readers(profile)["gcc"])
            reached |= text.files
            defined |= {name: unit for name in [*sametext.defined_functions(text), *sametext.ghost_functions(path)]}
    reached = {os.path.normpath(file) for file in reached}
    left = [tree.relative(file) for file in tree.sources() if tree.relative(file) not in reached]
    return defined, [Problem("this file is part of no unit: left out of the proof", file) for file in left]


def main() -> int:
    options = arguments()
    mode = SMOKE if options.smoke else REPLAY if options.replay else PROVE
    tree = Tree(options.root.resolve())
    units = tree.units()
    if unknown := [u for u in options.unit if u not in units] or not units:
        print(f"prove: no such unit: {unknown}; the units are {', '.join(units)}", file=sys.stderr)
        return 2
    started = time.monotonic()
    try:
        settings, general = prepare(tree, options)
    except (frama.ToolError, RuntimeError, OSError) as error:
        print(f"prove: {error}", file=sys.stderr)
        return 1
    chosen = options.unit or [unit for unit in units if mode.ground or unit not in tree.ground_units()]
    runs = [] if options.stop and general else run_all(mode, settings, options, chosen)
    general += agreement(settings, [run for run in runs if run.shape.functions], options)
    if options.save_session:
        for run in runs:
            print(sessions.save(settings, run, profiles.PROFILES[run.profile]))
    if options.save_session or options.save_floor:
        for what in floor.save(tree, runs):
            print(f"{floor.FILE}: {what}")
    seconds = time.monotonic() - started
    report.write_json(options.json or tree.build / f"{mode.name}.json", mode.name, runs, general, seconds)
    return conclude(mode, runs, general, seconds)


def prepare(tree: Tree, options: argparse.Namespace) -> tuple[Settings, list[Problem]]:
    defined, general = definitions(tree)
    entries = ledger.read(tree.ledger)
    folders = (tree.core, tree.ground, tree.logic)
    text = "\n".join(path.read_text() for folder in folders for path in sorted(folder.rglob("*.[ch]")))
    general += [Problem(what, tree.relative(tree.ledger)) for what in ledger.faults(entries, text)]
    seconds = min(options.seconds, frama.GOAL_SECONDS)
    settings = Settings(tree, frama.why3_config(tree), entries, defined, seconds, options.stop, options.save_session)
    return settings, general


def run_all(mode: Mode, settings: Settings, options: argparse.Namespace, units: list[str]) -> list[Run]:
    """The largest first, so that the end is not one long unit on one core."""
    work = [(unit, profile) for unit in units for profile in profiles.select(options.profile)]
    size = {unit: path.stat().st_size for unit, path in settings.tree.units().items()}
    progress = report.Progress(len(work))

    def one(item: tuple[str, Profile]) -> Run:
        progress.begin(item[0], item[1].name)
        if settings.save:
            shutil.rmtree(settings.tree.build / f"{item[0]}-{item[1].name}" / "cache", ignore_errors=True)
        run = mode.run(settings, item[0], item[1], progress.goal)
        if run.shape.functions and not (options.stop or options.save_session or options.save_floor):
            where = settings.tree.relative(settings.tree.units()[run.unit])
            run.problems += [Problem(what, where) for what in floor.fallen(settings.tree, run)]
        progress.end(run, mode.good)
        return run

    with ThreadPoolExecutor(options.jobs) as pool:
        runs = list(pool.map(one, sorted(work, key=lambda w: -size[w[0]])))
    progress.close()
    order = {(unit, profile.name): place for place, (unit, profile) in enumerate(work)}
    return sorted(runs, key=lambda run: order[run.unit, run.profile])


def agreement(settings: Settings, runs: list[Run], options: argparse.Namespace) -> list[Problem]:
    """Units rely on each other's contracts; a single unit is checked against those that it calls."""
    found: dict[str, None] = {}
    for profile in profiles.select(options.profile):
        shapes = {run.unit: run.shape for run in runs if run.profile == profile.name}
        try:
            while missing := across.needed(shapes, settings.defined):
                shapes |= {unit: unitrun.read_unit(settings, unit, profile) for unit in missing}
        except frama.ToolError as error:
            found[f"a unit that is called cannot be read: {error}"] = None
            continue
        found |= dict.fromkeys(across.disagreements(shapes, settings.defined))
        found |= dict.fromkeys(across.rings(shapes, settings.defined))
    return [Problem(what) for what in found]


def conclude(mode: Mode, runs: list[Run], general: list[Problem], seconds: float) -> int:
    print(f"\n{report.table(runs)}\n")
    goals, proved = sum(len(run.goals) for run in runs), sum(run.proved for run in runs)
    red = bool(general) or any(run.problems for run in runs)
    if red:
        print(report.problems(runs, general, mode.name))
    print(f"{'RED' if red else mode.green}: {proved} of {goals} {mode.noun} in {seconds:.0f} s, {len(runs)} runs")
    return 1 if red else 0


if __name__ == "__main__":
    sys.exit(main())
