# SPDX-License-Identifier: MIT
"""Checks of the index: no clause of the core without a goal, a mutant and a place in the abstract machine, no clause
without a test, no id that dangles or is given twice, no rule that leads nowhere; and the figures in README.md are what
the files give. Exceptions, each with its reason, are in gaps.py; for the machine in spec/machine/clauses.md.
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

from cite import figures, ids, index, machine
from cite.gaps import GAPS
from cite.index import CONTRACTS, Index

ROOT = Path(__file__).resolve().parents[2]
TEXTS = ["model/ddi/call/clauses.c", "model/ddi/call/status.c"]  # the ids that a violation report prints


def faults(found: Index) -> list[str]:
    known = [*found.wrong, *_links(found), *_dangling(found), *_rules(found), *_reports(found)]
    known += figures.faults(found)
    core = [id for id, entry in found.entries.items() if entry.kind == "clause" and "core" in found.by(id)]
    known += machine.faults(found.machine, found.entries, core)
    gaps = dict(_gaps(found))
    known += [f"{fault} (or say why not in proofs/cite/gaps.py)" for key, fault in gaps.items() if key not in GAPS]
    for id, what in sorted(GAPS.keys() - gaps.keys()):
        known.append(f"proofs/cite/gaps.py: {id} has its {what}: take it out")
    return known


def _gaps(found: Index) -> Iterator[tuple[tuple[str, str], str]]:
    killed = {mutant.unit for mutant in found.mutants if mutant.listed and mutant.verdict.startswith("killed")}
    for id, entry in found.entries.items():
        if entry.kind not in ("clause", "theorem"):
            continue
        evidence = found.evidence[id]
        core = entry.kind == "theorem" or "core" in found.by(id)
        if core and not evidence.goals:
            how = f"say which promise says it in {CONTRACTS}" if entry.kind == "clause" else "no clause has its name"
            yield (id, "goal"), f"{entry.where}: {id} has no goal: {how}"
        elif core and not killed & set(evidence.units):
            yield (id, "mutant"), f"{entry.where}: {id} has no mutant that was killed in {', '.join(evidence.units)}"
        if entry.kind == "clause" and not evidence.tests:
            yield (id, "test"), f"{entry.where}: {id} has no test: name it in the comment of the test that exercises it"


def _links(found: Index) -> Iterator[str]:
    seen = set()
    for where, id, function, label in found.links:
        entry = found.entries.get(id)
        if entry is None or entry.kind != "clause":
            yield f"{where}: there is no clause {id}"
        elif "core" not in found.by(id):
            yield f"{where}: {id} is not the core's ({entry.where})"
        if function not in found.contracts:
            yield f"{where}: {id}: there is no function {function} in model/core"
        elif not found.contracts[function].promise(label):
            yield f"{where}: {id}: {function} has no `ensures {label}`"
        if (id, function, label) in seen:
            yield f"{where}: {id}: {function}: {label} stands there twice"
        seen.add((id, function, label))


def _dangling(found: Index) -> Iterator[str]:
    """An id that a row names, or a test, and that is none."""
    entries = found.entries
    prefixes = ids.prefixes(entries) - {"DXGMAP"}
    for entry in entries.values():
        said = "; ".join([entry.text, *(text for name, text in entry.more.items() if name != "here")])
        for word in ids.dangling(said, entries, prefixes):
            yield f"{entry.where}: {entry.id} names {word}, which there is not"
    clauses = {id.split("-")[0] for id, entry in entries.items() if entry.kind == "clause"}
    for path in sorted((found.tree.root / "tests").rglob("*.c")):
        for number, line in enumerate(path.read_text().splitlines(), 1):
            for word in ids.CLAUSE.findall(line):
                if word not in entries and word.split("-")[0] in clauses:
                    yield f"{found.tree.relative(path)}:{number}: {word} is the id of no clause"


def _rules(found: Index) -> Iterator[str]:
    """A rule leads to clauses, or says why not; a clause that a rule leads to names it. In brackets stands the reason,
    or what else is to be known."""
    for id, entry in found.entries.items():
        if entry.kind == "rule":
            model = re.sub(r"\([^()]*\)", "", entry.more["model"])
            led = [other for other in ids.words(model) if other in found.entries]
            if not led and "not modelled (" not in entry.more["model"]:
                yield f"{entry.where}: {id} leads to no clause, and says no reason: `not modelled (why)`"
            for other in led:
                if id not in found.entries[other].cites and not _shared_source(found, other, id):
                    yield f"{entry.where}: {id} leads to {other}, which does not name it ({found.entries[other].where})"


def _shared_source(found: Index, clause: str, rule: str) -> bool:
    """A cause that callbacks have in common names its rule in the table of the callback that the rule is about."""
    for where in found.entries[clause].more.get("here", "").split():
        file, number = where.rsplit(":", 1)
        line = (found.tree.root / file).read_text().splitlines()[int(number) - 1]
        if rule in ids.words(line):
            return True
    return False


def _reports(found: Index) -> Iterator[str]:
    """Every id in a report is one that `make cite` takes."""
    for file in TEXTS:
        path = found.tree.root / file
        for number, line in enumerate(path.read_text().splitlines() if path.is_file() else [], 1):
            for literal in re.findall(r'"((?:\\.|[^"\\])*)"', line):
                for word in ids.dangling(literal, found.entries, ids.prefixes(found.entries)):
                    yield f"{file}:{number}: a report names {word}, which there is not"


def main() -> int:
    found = index.read(Path(sys.argv[1] if len(sys.argv) > 1 else ROOT).resolve())
    wrong = faults(found)
    for fault in wrong:
        print(fault)
    if not wrong:
        clauses = [id for id, entry in found.entries.items() if entry.kind == "clause"]
        core = sum("core" in found.by(id) for id in clauses)
        print(f"index: {len(clauses)} clauses, each with a test; {core} of the core, each with goals and a mutant;")
        named = sum(id in found.machine.places for id in clauses)
        print(f"  {named} at their lines of {machine.MACHINE}, the rest of the core in {machine.UNNAMED};")
        print(f"  no id dangles or is given twice; {len(GAPS)} exceptions (proofs/cite/gaps.py);")
        print("  the figures in README.md are what the files give")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
