#!/usr/bin/env python3
"""Proves the core, and says no when anything is missing from the proof. See PROOF_GUIDE.md and SOUNDNESS.md."""

import argparse
import os
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

import frama  # noqa: E402
import ledger  # noqa: E402
import profiles  # noqa: E402
import report  # noqa: E402
import sametext  # noqa: E402
import unitrun  # noqa: E402
from tree import Tree  # noqa: E402
from unitrun import Problem, Run, Settings  # noqa: E402


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--unit", action="append", default=[], metavar="NAME", help="a unit of model/core; repeat it for several (default: all)")
    parser.add_argument("--profile", default="all", choices=["all", *profiles.PROFILES], help="default: every profile that ships")
    parser.add_argument("--jobs", type=int, default=2, help="units proved side by side")
    parser.add_argument("--seconds", type=int, default=frama.GOAL_SECONDS, help="time for one goal; the gate allows no more than %(default)s")
    parser.add_argument("--stop", action="store_true", help="stop a unit at its first goal that is not proved")
    parser.add_argument("--json", type=Path, metavar="FILE", help="where the report goes (default: build/proofs/)")
    parser.add_argument("--root", type=Path, default=Path(__file__).resolve().parents[1], help="the tree to prove")
    return parser.parse_args()


def definitions(tree: Tree) -> tuple[dict[str, str], list[Problem]]:
    """Function -> unit over the whole core, as gcc sees it; and what of model/core no unit reaches."""
    defined: dict[str, str] = {}
    reached: set[str] = set()
    problems = []
    for profile in profiles.select("all"):
        for unit, path in tree.units().items():
            text = sametext.read(tree, path, sametext.readers(profile)["gcc"])
            reached |= text.files
            defined |= {name: unit for name in sametext.defined_functions(text)}
    for header in sorted(tree.core.glob("*.h")):
        if tree.relative(header) not in {os.path.normpath(f) for f in reached}:
            problems.append(Problem("no unit includes this header: left out of the proof", tree.relative(header)))
    return defined, problems


def main() -> int:
    options = arguments()
    tree = Tree(options.root.resolve())
    units = tree.units()
    if unknown := [u for u in options.unit if u not in units] or not units:
        print(f"prove: no such unit: {unknown}; the units are {', '.join(units)}", file=sys.stderr)
        return 2
    started = time.monotonic()
    try:
        defined, general = definitions(tree)
        settings = Settings(tree, frama.why3_config(tree), ledger.read(tree.ledger), defined, min(options.seconds, frama.GOAL_SECONDS), options.stop)
    except (frama.ToolError, RuntimeError, FileNotFoundError) as error:
        print(f"prove: {error}", file=sys.stderr)
        return 2
    runs = prove_all(settings, options, options.unit or list(units))
    seconds = time.monotonic() - started
    report.write_json(options.json or tree.build / "prove.json", "proof", runs, general, seconds)
    return conclude(runs, general, seconds)


def prove_all(settings: Settings, options: argparse.Namespace, units: list[str]) -> list[Run]:
    """The largest first, so that the end is not one long unit on one core."""
    work = [(u, p) for u in units for p in profiles.select(options.profile)]
    size = {u: path.stat().st_size for u, path in settings.tree.units().items()}
    progress = report.Progress(len(work))

    def one(item: tuple[str, profiles.Profile]) -> Run:
        progress.begin(item[0], item[1].name)
        run = unitrun.prove(settings, item[0], item[1], progress.goal)
        progress.end(run, "proved")
        return run

    with ThreadPoolExecutor(options.jobs) as pool:
        runs = list(pool.map(one, sorted(work, key=lambda w: -size[w[0]])))
    progress.close()
    return sorted(runs, key=lambda r: work.index(next(w for w in work if (w[0], w[1].name) == (r.unit, r.profile))))


def conclude(runs: list[Run], general: list[Problem], seconds: float) -> int:
    print(f"\n{report.table(runs)}\n")
    goals, proved = sum(len(r.goals) for r in runs), sum(r.proved for r in runs)
    red = bool(general) or any(r.problems for r in runs)
    if red:
        print(report.problems(runs, general))
    verdict = "RED" if red else "PROVED"
    print(f"{verdict}: {proved} of {goals} goals proved cold in {seconds:.0f} s, {len(runs)} runs")
    return 1 if red else 0


if __name__ == "__main__":
    sys.exit(main())
