#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Proves the core, and says no when anything is missing from the proof. See PROOF_GUIDE.md and SOUNDNESS.md.

Exit code: 0 green; 1 red; 2 this was not asked as it should be, and nothing was run; 3 --replay alone: nothing failed,
but what is stored is of an older text, or of none.
"""

import argparse
import shutil
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

import floor  # noqa: E402
import frama  # noqa: E402
import ledger  # noqa: E402
import profiles  # noqa: E402
import receipts  # noqa: E402
import report  # noqa: E402
import sessions  # noqa: E402
import shards  # noqa: E402
import smoke  # noqa: E402
import stores  # noqa: E402
import unitrun  # noqa: E402
import whole  # noqa: E402
from cite import receipt  # noqa: E402
from profiles import Profile  # noqa: E402
from shards import Shard  # noqa: E402
from stores import Sessions, SmokeReceipts, Store, Told, Work  # noqa: E402
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
    held: str = ""  # what an earlier result is called, and what it is worth
    meaning: str = ""
    store: Callable[[Settings], Store] | None = None  # what was found before and is not run again; a proof has none

    @property
    def target(self) -> str:
        """Of make."""
        return "prove" if self.name == "save" else self.name


PROVE = Mode("prove", unitrun.prove, "proved", "PROVED", "goals proved cold")
SAVE = Mode(
    "save", unitrun.prove, "proved, and kept", "PROVED", "goals proved cold",
    held="session", meaning="It is of this content.", store=Sessions,
)  # fmt: skip
SMOKE = Mode(
    "smoke", smoke.run, "nothing suspect", "NO SMOKE", "smoke tests and goals of ground calls passed", ground=True,
    held="receipt", meaning=receipts.MEANING, store=SmokeReceipts,
)  # fmt: skip
NOT_A_PROOF = "REPLAYED (this is not a proof: stored verdicts were read, no prover ran)"
REPLAY = Mode("replay", sessions.replay, "read", NOT_A_PROOF, "goals have a stored verdict")


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    which = "a unit of model/core or proofs/ground; repeat it for several (default: the core, for --smoke both)"
    names = ["all", *profiles.PROFILES]
    smoked = "run the smoke tests and prove the ground calls, instead of the core"
    save = "prove what has no session of this content, and write the sessions that --replay reads"
    worth = "for --smoke and --save-session: what earlier runs are worth (receipts.py); default %(default)s"
    stop = "stop a unit at its first reason for red; with this or --seconds nothing is kept"
    limit = "time for one goal; the gate allows no more than %(default)s"
    share = "prove the i-th of n shares of the core (shards.py); join.py makes one verdict of all"
    parser.add_argument("--unit", action="append", default=[], metavar="NAME", help=which)
    parser.add_argument("--shard", metavar="i/n", help=share)
    parser.add_argument("--profile", default="default", choices=names, help="small: of the tests; all: each in turn")
    parser.add_argument("--smoke", action="store_true", help=smoked)
    parser.add_argument("--replay", action="store_true", help="re-read the committed sessions; this is not a proof")
    parser.add_argument("--save-session", action="store_true", help=save)
    parser.add_argument("--save-floor", action="store_true", help="prove, and write what the units prove at the least")
    parser.add_argument("--receipts", default="mend", choices=receipts.MODES, help=worth)
    parser.add_argument("--jobs", type=int, default=2, help="units proved side by side")
    parser.add_argument("--seconds", type=int, default=frama.GOAL_SECONDS, help=limit)
    parser.add_argument("--stop", action="store_true", help=stop)
    parser.add_argument("--json", type=Path, metavar="FILE", help="where the report goes (default: build/proofs/)")
    parser.add_argument("--root", type=Path, default=Path(__file__).resolve().parents[1], help="the tree to prove")
    return parser.parse_args()


def main() -> int:
    options = arguments()
    mode = SMOKE if options.smoke else REPLAY if options.replay else SAVE if options.save_session else PROVE
    tree = Tree(options.root.resolve())
    units = tree.units()
    if unknown := [u for u in options.unit if u not in units] or not units:
        print(f"prove: no such unit: {unknown}; the units are {', '.join(units)}", file=sys.stderr)
        return 2
    chosen = options.unit or [unit for unit in units if mode.ground or unit not in tree.ground_units()]
    try:
        shard = shard_of(options, mode)
        mine = shards.choose(tree, chosen, shard) if shard else chosen
    except ValueError as error:
        print(f"prove: {error}", file=sys.stderr)
        return 2
    work = [(unit, profile) for unit in mine for profile in profiles.select(options.profile)]
    started = time.monotonic()
    before = receipt.sources(tree)
    try:
        settings, general = prepare(tree, options)
        store = store_of(mode, settings, options)
        told = stores.consult(store, tree, work, options.receipts, everything=not options.unit) if store else Told(work)
    except (frama.ToolError, RuntimeError, OSError) as error:
        print(f"prove: {error}", file=sys.stderr)
        return 1
    print("".join(f"{line}\n" for line in told.said), end="", flush=True)
    general += told.wrong
    if mode is REPLAY and not options.unit:
        strangers = receipts.strangers(tree.sessions, units)
        general += [Problem(stores.STRANGER, tree.relative(path)) for path in strangers]
    runs = [] if options.stop and general else run_all(mode, settings, store, options, told.left)
    if not mode.ground and not (options.stop and any(not goal.proved for run in runs for goal in run.goals)):
        proved = [run for run in runs if run.shape.functions]
        general += agreement(settings, proved, options, [unit for unit in chosen if shard and unit not in mine])
    seconds = time.monotonic() - started
    claim = receipt.claim(tree, before) if mode is PROVE and not options.stop else {}
    content = report.content(mode.name, runs, general, seconds, told.held)
    content |= {"of": claim, "shard": shard and vars(shard)}
    report.save(options.json or tree.build / f"{mode.name}.json", content)
    if mode is PROVE and not options.unit and not shard and report.verdict(runs, general) == "green":
        print(f"\n{receipt.write(tree, claim, report.goals_by_profile(content['runs']))}")
    return conclude(mode, runs, general, seconds, told, Share(shard, len(mine), len(chosen)) if shard else None)


@dataclass(frozen=True)
class Share:
    shard: Shard
    mine: int  # units
    whole: int

    @property
    def green(self) -> str:
        return f"PROVED IN PART, {self.shard}"

    @property
    def worth(self) -> str:
        return f"; {self.mine} of {self.whole} units, no proof of the whole: make prove-join joins the reports of all"


def shard_of(options: argparse.Namespace, mode: Mode) -> Shard | None:
    """Raises ValueError when there is none such, or when what is asked has no shards."""
    if options.shard is None:
        return None
    if mode is not PROVE or options.unit or options.save_floor or options.stop:
        raise ValueError("a shard is a part of a cold proof of every unit: nothing else goes with SHARD but PROFILE")
    return shards.parse(options.shard)


def store_of(mode: Mode, settings: Settings, options: argparse.Namespace) -> Store | None:
    looking = options.stop or options.seconds != frama.GOAL_SECONDS or options.receipts == "none"
    return mode.store(settings) if mode.store and not looking else None


def prepare(tree: Tree, options: argparse.Namespace) -> tuple[Settings, list[Problem]]:
    defined, general = whole.definitions(tree)
    entries = ledger.read(tree.ledger)
    folders = (tree.core, tree.ground, tree.logic)
    text = "\n".join(path.read_text() for folder in folders for path in sorted(folder.rglob("*.[ch]")))
    general += [Problem(what, tree.relative(tree.ledger)) for what in ledger.faults(entries, text)]
    seconds = min(options.seconds, frama.GOAL_SECONDS)
    settings = Settings(tree, frama.why3_config(tree), entries, defined, seconds, options.stop, options.save_session)
    return settings, general


def run_all(
    mode: Mode, settings: Settings, store: Store | None, options: argparse.Namespace, work: list[Work]
) -> list[Run]:
    """The largest first, so that the end is not one long unit on one core. A result is kept as soon as it is there."""
    size = {unit: path.stat().st_size for unit, path in settings.tree.units().items()}
    progress = report.Progress(len(work))

    def one(item: tuple[str, Profile]) -> Run:
        progress.begin(item[0], item[1].name)
        if settings.save:
            shutil.rmtree(settings.tree.build / f"{item[0]}-{item[1].name}" / "cache", ignore_errors=True)
        run = mode.run(settings, item[0], item[1], progress.goal)
        if options.save_session or options.save_floor:
            progress.say(f"{floor.FILE}: {what}" for what in floor.save(settings.tree, [run]))
        elif run.shape.functions and not options.stop:
            where = settings.tree.relative(settings.tree.units()[run.unit])
            run.problems += [Problem(what, where) for what in floor.fallen(settings.tree, run)]
        if store and options.receipts != "read" and (objection := store.keep(run, item[1])):
            run.problems.append(Problem(objection))
        progress.end(run, mode.good)
        return run

    with ThreadPoolExecutor(options.jobs) as pool:
        runs = list(pool.map(one, sorted(work, key=lambda w: -size[w[0]])))
    progress.close()
    order = {(unit, profile.name): place for place, (unit, profile) in enumerate(work)}
    return sorted(runs, key=lambda run: order[run.unit, run.profile])


def agreement(settings: Settings, runs: list[Run], options: argparse.Namespace, others: list[str]) -> list[Problem]:
    """`others` are units that are proved elsewhere, and have to agree with these."""
    found: list[Problem] = []
    for profile in profiles.select(options.profile):
        try:
            shapes = {unit: unitrun.shape_of(settings, unit, profile) for unit in others}
        except frama.ToolError as error:
            found.append(Problem(f"a unit of another shard cannot be read: {error}"))
            continue
        shapes |= {run.unit: run.shape for run in runs if run.profile == profile.name}
        found += [problem for problem in whole.agreement(settings, shapes, profile) if problem not in found]
    return found


def conclude(
    mode: Mode, runs: list[Run], general: list[Problem], seconds: float, told: Told, share: Share | None = None
) -> int:
    bad = sum(bool(run.problems) for run in runs) + len(general)
    verdict = report.verdict(runs, general)
    if runs:
        print(f"\n{report.table(runs)}\n")
    if bad:
        print(report.problems(runs, general, mode.target))
    if told.held:
        print(f"{len(told.held)} of {len(told.held) + len(runs)} by {mode.held}, {len(runs)} run now.", mode.meaning)
    goals, proved = sum(len(run.goals) for run in runs), sum(run.proved for run in runs)
    if runs or bad:
        words = {"green": share.green if share else mode.green, "stale": sessions.STALE, "red": "RED"}[verdict]
        worth = share.worth if share else ""
        print(f"{words}: {proved} of {goals} {mode.noun} in {seconds:.0f} s, {len(runs)} runs{worth}")
    if mode is SMOKE:
        print(f"{sum(not run.problems for run in runs)} passed, {bad} failed, {len(told.held)} by receipt")
    return report.EXIT[verdict]


if __name__ == "__main__":
    sys.exit(main())
