#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Analyses the Windows face: Eva on its callbacks, WP on what fits it, and a mutant of each kind; and the footprints of
the core's steps (proofs/footprint). make analyse

Red is an alarm or a check that is not in proofs/face/alarms.json, one of that list which is gone, a check that is never
reached, a function without a body, a goal that is not proved, a step that touches another part of the state than its
row in proofs/footprint/README.md says, and a mutant that nothing notices. proofs/face/README.md says what that says,
and what it does not. What has a receipt that holds is not run again.
"""

import argparse
import json
import shutil
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / "footprint"), str(HERE.parent)]

import eva  # noqa: E402
import footprint  # noqa: E402
import lines  # noqa: E402
import of_face  # noqa: E402
import receipts  # noqa: E402
import wp  # noqa: E402
from receipts import Shelf  # noqa: E402

PROFILE = "small"
Verdict = dict[str, int | str]


@dataclass(frozen=True)
class Work:
    name: str
    run: Callable[[Path], tuple[list[str], Verdict]]  # on a tree: what is wrong, and what it came to
    files: Callable[[Path], list[Path]]  # what it depends on
    gate: tuple[str, ...]  # the modules that judge it
    listed: str = ""  # of it, in the lists of this folder

    @property
    def file(self) -> str:
        return self.name.replace(" ", "_")


def eva_work(root: Path, name: str) -> Work:
    listed = json.dumps([row for row in eva.listed(root) if row["main"] == name])
    gate = ("eva", "statuses", "plain")
    return Work(name, lambda tree: eva.run(tree, name), lambda tree: eva.files(tree, name), gate, listed)


def wp_work(unit: wp.Unit) -> Work:
    return Work(unit.name, lambda tree: wp.run(tree, unit), lambda tree: wp.files(tree, unit), ("wp",))


def footprint_work(root: Path, heading: str, steps: tuple[str, ...] = ()) -> Work:
    gate = ("../footprint/footprint", "../footprint/annotations")
    listed = json.dumps([footprint.listed(root, heading), steps])
    run = partial(footprint.run, heading=heading, steps=steps)
    return Work(f"footprint of {heading[0].lower()}{heading[1:]}", run, footprint.files, gate, listed)


def mutant_work(mutant: dict[str, str], of: Work) -> Work:
    name = f"mutant {mutant['name']}"
    return Work(name, lambda tree: killed(tree, mutant, of), of.files, of.gate, of.listed + json.dumps(mutant))


def all_work(root: Path) -> list[Work]:
    found = [eva_work(root, name) for name in eva.mains(root)] + [wp_work(unit) for unit in wp.UNITS]
    kinds = {work.name: work for work in found}
    mutants = json.loads((root / eva.FOLDER / "mutants.json").read_text())
    found += [mutant_work(mutant, kinds[mutant["of"]]) for mutant in mutants]
    return found + (list(footprints(root)) if (root / footprint.FOLDER).is_dir() else [])


def footprints(root: Path) -> Iterator[Work]:
    for heading, steps in footprint.groups(root).items():
        yield footprint_work(root, heading)
        for mutant in footprint.mutants(root):
            if mutant["step"] in steps:
                yield mutant_work(mutant, footprint_work(root, heading, (mutant["step"],)))


def killed(root: Path, mutant: dict[str, str], of: Work) -> tuple[list[str], Verdict]:
    """The fault is planted in a copy; what looks at it must be red, and Frama-C must have run to its end."""
    with tempfile.TemporaryDirectory(prefix="dxgmap-face-") as name:
        copy = Path(name).resolve()
        for folder in ("model", "spec", "proofs/face", "proofs/footprint"):
            shutil.copytree(root / folder, copy / folder)
        path = copy / mutant["file"]
        text = path.read_text()
        if text.count(mutant["old"]) != 1:
            return [f"{mutant['file']} has this {text.count(mutant['old'])} times: {mutant['old']}"], {}
        path.write_text(text.replace(mutant["old"], mutant["new"]))
        wrong, verdict = of.run(copy)
    if not wrong:
        return [f"nothing notices it: {mutant['file']}: {mutant['new']}"], {}
    if not verdict:
        return [f"it was not analysed to the end: {wrong[0]}"], {}
    noticed = [line for line in wrong if mutant.get("by", "") in line]
    return ([], {"noticed": noticed[0][:200]}) if noticed else ([f"not noticed by {mutant['by']}, but: {wrong[0]}"], {})


@dataclass
class Session:
    root: Path
    believe: str
    shelf: Shelf
    held: int = 0
    passed: int = 0
    failed: int = 0

    def __post_init__(self) -> None:
        self._lock = threading.Lock()

    def take(self, work: Work) -> None:
        now = of_face.inputs(self.root, work.files(self.root), work.gate, work.listed)
        try:
            holds = self.shelf.ask(work.file, PROFILE, now).holds
        except receipts.Wrong as error:
            if self.believe == "read":
                self.tell(work.name, [str(error)], {}, 0.0)
                return
            holds = False
        if holds and self.believe in ("read", "mend"):
            self.held += 1
            return
        started = time.monotonic()
        wrong, verdict = work.run(self.root)
        if self.believe != "none" and wrong:
            self.shelf.refute(work.file, PROFILE, now)
        if self.believe in ("mend", "renew") and not wrong:
            self.shelf.write(work.file, PROFILE, now, verdict)
        self.tell(work.name, wrong, verdict, time.monotonic() - started)

    def tell(self, name: str, wrong: list[str], verdict: Verdict, seconds: float) -> None:
        said = ", ".join(f"{what}: {number}" for what, number in verdict.items())
        with self._lock:
            self.failed += bool(wrong)
            self.passed += not wrong
            print(f"{'RED ' if wrong else 'ok  '}  {name} ({seconds:.0f} s)  {said}", flush=True)
            print("".join(f"      {line}\n" for line in wrong), end="", flush=True)

    def strangers(self, known: list[Work]) -> None:
        names = {self.shelf.file(work.file, PROFILE) for work in known}
        for path in sorted(set(self.shelf.folder.glob("*")) - names):
            if self.believe == "read":
                self.tell(path.relative_to(self.root).as_posix(), ["there is no such run: make analyse"], {}, 0.0)
            else:
                path.unlink()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", action="append", default=[], metavar="WORD", help="what has the word in its name")
    parser.add_argument("--receipts", default="mend", choices=receipts.MODES, help="what earlier runs are worth")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--lines", action="store_true", help="run nothing; count what is proved, analysed and tested")
    parser.add_argument("--root", type=Path, default=HERE.parents[1], help="the tree")
    options = parser.parse_args()
    root = options.root.resolve()
    if options.lines:
        print(json.dumps(lines.count(root), indent=1))
        return 0
    known = all_work(root) if (root / eva.FOLDER).is_dir() else []
    todo = [work for work in known if not options.only or any(word in work.name for word in options.only)]
    session = Session(root, options.receipts, Shelf(root, "face", "analyse"))
    with ThreadPoolExecutor(options.jobs) as pool:
        list(pool.map(session.take, todo))
    if not options.only:
        session.strangers(known)
    if session.held:
        print(f"{session.held} of {len(todo)} by receipt. {receipts.MEANING}")
    report = root / "build" / "proofs" / "analyse.json"
    report.parent.mkdir(parents=True, exist_ok=True)
    counts = {"held": session.held, "run": session.passed + session.failed, "failed": session.failed}
    report.write_text(json.dumps(counts | {"lines": lines.count(root)}, indent=1) + "\n")
    by_receipt = f", {session.held} by receipt" if session.held else ""
    print(f"{session.passed} passed, {session.failed} failed{by_receipt}")
    return 1 if session.failed or (options.only and not todo) else 0


if __name__ == "__main__":
    sys.exit(main())
