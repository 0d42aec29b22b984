# SPDX-License-Identifier: MIT
"""The table of figures in README.md, between two marks, and the badge of the receipt. make generate

Both are made of files that runs and receipts wrote, and never by hand; a figure whose file is not there is *not
measured*. `make lint` is red when they are not what the files give.
"""

import argparse
import json
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from cite import badge, codelines, index, receipt, runs, times
from cite.index import Index

ROOT = Path(__file__).resolve().parents[2]
README, BADGE = "README.md", "proofs/badge.svg"
BEGIN, END = "<!-- figures: made by `make generate`, not by hand -->", "<!-- end of the figures -->"
REGION = re.compile(f"{re.escape(BEGIN)}\n(.*?){re.escape(END)}", re.S)
PROFILE = "default"
SIMPLIFIED = ("qed", "cfg")
MUTATION = "proofs/mutation/results.json"
SECOND = "proofs/second.json"
FACE = "proofs/face/analyse.py"  # --lines says how many of each floor are proved, analysed and tested
ABSENT = "not measured"
_OLDER = "; of an earlier text"
Row = tuple[str, str, str]  # what, how much, and which file says so


class Wrong(Exception):
    """A file that cannot be read as what it should be."""


def rows(found: Index) -> Iterator[Row]:
    root = found.tree.root
    yield _goals(found)
    yield _second(found)
    yield from _mutants(found)
    yield from _covered(found)
    yield from _times(found)
    yield from _lines(root)


def _goals(found: Index) -> Row:
    by = Counter(case.prover for case in _stored(found) if case.profile == PROFILE)
    provers = {name.upper(): number for name, number in by.items() if name not in SIMPLIFIED}
    how = [f"{number:,} by {name}" for name, number in sorted(provers.items())]
    words = ", ".join([f"{sum(by[name] for name in SIMPLIFIED):,} by simplification", *how])
    state = receipt.state(found.tree.root)
    goals = state.goals.get(PROFILE, 0)
    proved = f"{goals:,} of {goals:,} proved cold" if state.proved and goals else f"no receipt; {by.total():,} stored"
    return f"goals, {PROFILE} profile", f"{proved}: {words}", receipt.KEPT


def _second(found: Index) -> Row:
    content = _read(found.tree.root, SECOND, of="summary", keys=("closed by both", "measured"))
    words = _share(content, "closed by both", "measured")
    goals = sum(case.profile == PROFILE and case.prover not in SIMPLIFIED for case in _stored(found))
    if words != ABSENT and content["measured"] != goals:
        words += f"; {goals:,} are to be asked for"
    return "goals past simplification that two provers prove, each alone", words, SECOND


def _mutants(found: Index) -> Iterator[Row]:
    root = found.tree.root
    keys = ("chosen", "judged", "total", "killed by proof", "asked of the tests", "killed by tests")
    content = _read(root, MUTATION, keys=keys)
    words = _share(content, "killed by proof", "total")
    if words != ABSENT:
        words += f"; of {content['asked of the tests']:,} that were put to the tests, these kill "
        words += f"{content['killed by tests']:,}"
        if about := content.get("clauses"):
            words += f"; {about['with a killed mutant']} of {about['of the core']} clauses have a killed one"
        words += f"; {content['chosen']:,} are to be judged" if content["judged"] != content["chosen"] else ""
        words += "" if content.get("sources") == receipt.together(receipt.sources(found.tree)) else _OLDER
    yield "generated mutants that the proof kills", words, MUTATION
    by_hand = [mutant for mutant in found.mutants if mutant.listed]
    killed = sum(mutant.verdict.startswith("killed") for mutant in by_hand)
    yield "mutants by hand that the proof kills", f"{killed} of {len(by_hand)}", "proofs/receipts/mutants"


def _covered(found: Index) -> Iterator[Row]:
    clauses = [id for id, entry in found.entries.items() if entry.kind == "clause"]
    core = [id for id in clauses if "core" in found.by(id)]
    rules = [[id for id in entry.cites if found.entries[id].kind == "clause"] for entry in found.entries.values()
             if entry.kind == "rule"]  # fmt: skip
    met = [led for led in rules if led]
    proved = sum(any(found.evidence[id].goals for id in led) for led in met)
    words = f"{len(met)} of {len(rules)}, {proved} of them by one that is proved; the rest say why not"
    yield "rules of the public pages that clauses meet", words, "spec/sources/rules.md"
    tested, behind = (sum(bool(getattr(found.evidence[id], of)) for id in among)
                      for of, among in (("tests", clauses), ("goals", core)))  # fmt: skip
    words = f"{tested} of {len(clauses)}; with goals {behind} of the {len(core)} of the core"
    yield "clauses with a test", words, "spec/clauses"


def _times(found: Index) -> Iterator[Row]:
    kept = _read(found.tree.root, times.KEPT)
    stored = _stored(found)
    for title, name, goals in (
        (f"cold proof, {PROFILE} profile", "cold", sum(case.profile == PROFILE for case in stored)),
        ("replay of all profiles, not a proof", "replay", len(stored)),
    ):
        words = ABSENT
        if said := kept.get(name):
            seconds = said["seconds"]
            took = f"{seconds / 60:.0f} minutes" if seconds >= 120 else f"{seconds:.0f} seconds"
            older = "" if said["goals"] == goals else f"{_OLDER}, of {said['goals']:,} goals"
            words = f"{took} on {said['processors']} processors{older}"
        yield title, words, times.KEPT


def _lines(root: Path) -> Iterator[Row]:
    """What only declares what Windows does, model/ddi/include, is left out."""
    code, annotations = codelines.of(codelines.below(root / "model/core"))
    annotations += sum(codelines.of(codelines.below(root / "spec/logic")))
    face = [path for path in codelines.below(root / "model/ddi") if path.parent.name != "include"]
    rest = codelines.of([*face, *codelines.below(root / "model/host")])[0]
    listed = _face(root)
    proved, analysed = listed.get("proved", 0), listed.get("analysed", 0)
    more = f", and {proved:,} of the face" if proved else ""
    yield "lines proved", f"{code:,} of C{more}, under {annotations:,} of specification in ACSL", "model/core"
    yield "lines analysed, not proved", f"{analysed:,} of C, of the face" if listed else ABSENT, FACE
    yield "lines tested alone", f"{rest - proved - analysed:,} of C, of the face and the host", "tests"


def _face(root: Path) -> dict[str, int]:
    """Lines of the face and the host by what is done to them, as the analysis lists them; empty without one."""
    if not (root / FACE).is_file():
        return {}
    done = subprocess.run([sys.executable, "-B", str(root / FACE), "--lines"], capture_output=True, text=True)
    try:
        floors = {name: row for name, row in json.loads(done.stdout).items() if name not in ("core", "all")}
        return {how: sum(int(row[how]) for row in floors.values()) for how in ("proved", "analysed")}
    except (ValueError, AttributeError, KeyError, TypeError) as error:
        said = (done.stderr.strip().splitlines() or [f"{type(error).__name__}: {error}"])[-1]
        raise Wrong(f"{FACE} --lines: {said}") from error


def _stored(found: Index) -> list[runs.Case]:
    return runs.of_sessions(found).cases


def _read(root: Path, file: str, of: str = "", keys: tuple[str, ...] = ()) -> dict:
    """What a run wrote, or a part of it, which has these numbers; empty when there was none."""
    if not (root / file).is_file():
        return {}
    try:
        content = json.loads((root / file).read_text())
    except ValueError as error:
        raise Wrong(f"{file}: {error}") from error
    if of and isinstance(content, dict):
        content = content.get(of)
    if not isinstance(content, dict) or any(not isinstance(content.get(key), int) for key in keys):
        raise Wrong(f"{file}: it does not say {', '.join(f'`{key}`' for key in keys)}")
    return content


def _share(content: dict, part: str, whole: str) -> str:
    """Rounded down, so that what is not all is not called 100 %."""
    if not content or not content[whole]:
        return ABSENT
    tenths = content[part] * 1000 // content[whole]
    return f"{content[part]:,} of {content[whole]:,} ({tenths // 10}.{tenths % 10} %)"


def table(found: Index) -> str:
    root = found.tree.root
    lines = ["| figure | | from |", "|---|---|---|"]
    for what, words, file in rows(found):
        lines.append(f"| {what} | {words} | {f'[{file}]({file})' if (root / file).exists() else file} |")
    return "\n".join(lines) + "\n"


def wanted(found: Index) -> dict[str, str]:
    """What README.md and the badge should be. Raises Wrong."""
    text = (found.tree.root / README).read_text()
    if not REGION.search(text):
        raise Wrong(f"{README}: the marks of the table of figures are gone: `{BEGIN}` and `{END}`")
    return {
        README: REGION.sub(lambda _: f"{BEGIN}\n{table(found)}{END}", text),
        BADGE: badge.write(receipt.state(found.tree.root), runs.Runs("the receipt")),
    }


def faults(found: Index) -> Iterator[str]:
    """A tree without README.md is a copy of some of it."""
    root = found.tree.root
    if not (root / README).is_file():
        return
    try:
        for file, text in wanted(found).items():
            was = (root / file).read_text() if (root / file).is_file() else ""
            if was != text:
                old, new = was.splitlines(), text.splitlines()
                line = next((row for row in new if row not in old), "fewer rows")
                yield f"{file}: the figures are not what the files give: make generate. Now: {line}"
    except Wrong as error:
        yield str(error)


def write(found: Index) -> list[str]:
    """The files that have changed. Raises Wrong."""
    changed = []
    for file, text in wanted(found).items():
        path = found.tree.root / file
        if not path.is_file() or path.read_text() != text:
            path.write_text(text)
            changed.append(file)
    return changed


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--root", type=Path, default=ROOT, help="the tree")
    try:
        changed = write(index.read(parser.parse_args().root.resolve()))
    except Wrong as error:
        print(f"figures: {error}", file=sys.stderr)
        return 1
    print(f"figures: {' and '.join(changed)} written" if changed else "figures: as they were")
    return 0


if __name__ == "__main__":
    sys.exit(main())
