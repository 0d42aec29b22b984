# SPDX-License-Identifier: MIT
"""What a change does to the claims, against another revision. make prove-diff BASE=main

Clauses and definitions that were added, removed, weakened or changed; promises of contracts; what contracts ask for;
assumptions, those of the ledger and what the text assumes, listed or not; functions whose bodies changed; goals gained
and lost, and the time of the stored proofs. By name. No prover runs: *weakened* means that a conjunct, a row or a
promise is gone, or that a contract asks its callers for more; *changed* is for a reader to judge.

Exit code: 0 whatever was found; 2 there is no such revision.
"""

import argparse
import re
import signal
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

import formula
from cite import index
from cite.goals import Goal
from cite.index import Index
from cite.logic import Contract

ROOT = Path(__file__).resolve().parents[2]
PARTS = ["spec", "model/core", "proofs", "tests", "generated/dxgmap.c"]
SLOWER = 1.25  # a unit whose goals take so many times as long, and SECONDS more, is named
SECONDS = 1.0
SECTIONS = {
    "clause": "Clauses", "theorem": "Theorems", "assumption": "Assumptions", "rule": "Rules", "cause": "Causes",
    "decision": "Decisions", "promise": "The protocol",
}  # fmt: skip
Line = tuple[str, str, str]  # section, what became of it, in words


def compare(old: Index, new: Index) -> list[Line]:
    found = [*_entries(old, new), *_assumed(old, new), *_rows(old, new), *_definitions(old, new), *_contracts(old, new)]
    return [*found, *_bodies(old, new), *_goals(old, new), *_times(old, new), *_mutants(old, new)]


def _entries(old: Index, new: Index) -> Iterator[Line]:
    for id in dict.fromkeys([*new.entries, *old.entries]):
        was, now = old.entries.get(id), new.entries.get(id)
        section = SECTIONS.get((now or was).kind)
        if not section:
            continue
        if was is None:
            yield section, "added", f"{id}: {_short(now.text)} ({now.where})"
        elif now is None:
            yield section, "removed", f"{id}: {_short(was.text)}"
        else:
            names = [name for name in dict.fromkeys([*now.more, *was.more]) if name != "here"]
            changed = [name for name in names if now.more.get(name) != was.more.get(name)]
            changed += ["its words"] if now.text != was.text else []
            if changed:
                yield section, "changed", f"{id}: {', '.join(changed)} ({now.where})"
            if now.kind == "clause" and old.evidence[id].tests and not new.evidence[id].tests:
                yield section, "weakened", f"{id}: no test is left"


_ANNOTATION = re.compile(r"/\*@.*?\*/|//@[^\n]*", re.S)
_ASSUMED = re.compile(r"\b(axiomatic|axiom|inductive)\s+(\w+)|\b(admit)\b\s*([^;]*)")


def _assumed(old: Index, new: Index) -> Iterator[Line]:
    """What the text takes for granted; that the ledger lists it is the gate's business."""
    was, now = _taken_for_granted(old), _taken_for_granted(new)
    for file, what in dict.fromkeys([*now, *was]):
        more = now[file, what] - was[file, what]
        if more:
            yield "Assumptions", "added" if more > 0 else "removed", f"{what} ({file})"


def _taken_for_granted(found: Index) -> Counter[tuple[str, str]]:
    """File and what, and how often."""
    counted: Counter[tuple[str, str]] = Counter()
    tree = found.tree
    for path in sorted(path for folder in (tree.logic, tree.core) for path in folder.rglob("*.[ch]")):
        for annotation in _ANNOTATION.findall(path.read_text()):
            for match in _ASSUMED.finditer(re.sub(r"//(?!@)[^\n]*", " ", annotation)):
                what = f"{match[1] or match[3]} {match[2] or match[4]}"
                counted[tree.relative(path), " ".join(what.split())] += 1
    return counted


def _rows(old: Index, new: Index) -> Iterator[Line]:
    """Rows of the cascades, by predicate and clause."""
    was, now = _rows_of(old), _rows_of(new)
    for key in dict.fromkeys([*now, *was]):
        predicate, id = key
        if key not in now:
            yield "Rows of the status predicates", "weakened", f"{predicate}: the row of {id} is gone: {was[key]}"
        elif key not in was:
            yield "Rows of the status predicates", "added", f"{predicate}: {id}: {now[key]}"
        elif was[key] != now[key]:
            yield "Rows of the status predicates", "changed", f"{predicate}: {id}: {was[key]} -> {now[key]}"


def _rows_of(found: Index) -> dict[tuple[str, str], str]:
    return {(said.name, id): said.text for id, evidence in found.evidence.items() for said in evidence.said
            if said.sort == "row"}  # fmt: skip


def _definitions(old: Index, new: Index) -> Iterator[Line]:
    cascades = {predicate for predicate, _ in [*_rows_of(old), *_rows_of(new)]}
    for name in dict.fromkeys([*new.definitions, *old.definitions]):
        was, now = old.definitions.get(name), new.definitions.get(name)
        if was is None or now is None:
            yield "Definitions", "added" if now else "removed", f"{name} ({(now or was).where})"
        elif name not in cascades and _plain(was.text) != _plain(now.text):
            how, what = judged(_body(was.text), _body(now.text))
            yield "Definitions", how, f"{name} ({now.where}){what}"


def _contracts(old: Index, new: Index) -> Iterator[Line]:
    for name in dict.fromkeys([*new.contracts, *old.contracts]):
        was, now = old.contracts.get(name), new.contracts.get(name)
        if was is None or now is None:
            yield "Functions", "added" if now else "removed", f"{name} ({(now or was).where})"
            continue
        yield from _promises(was, now)
        asked = {_plain(part) for promise in was.requires for part in formula.conjuncts(promise.text)}
        for promise in now.requires:
            for part in formula.conjuncts(promise.text):
                if _plain(part) not in asked:
                    yield "Contracts", "weakened", f"{name} asks its callers for more: {part} ({promise.where})"
        if was.assigns and now.assigns and _plain(was.assigns.text) != _plain(now.assigns.text):
            change = f"{was.assigns.text} -> {now.assigns.text} ({now.assigns.where})"
            yield "Contracts", "changed", f"{name}: assigns {change}"


def _promises(was: Contract, now: Contract) -> Iterator[Line]:
    for promise in was.promises:
        kept = [other for other in now.promises if other.label == promise.label]
        if not kept:
            yield "Contracts", "weakened", f"{now.function}: `ensures {promise.label}` is gone: {promise.text}"
        elif _plain(promise.text) not in [_plain(other.text) for other in kept]:
            how, what = judged(promise.text, kept[0].text)
            yield "Contracts", how, f"{now.function}: `ensures {promise.label}` ({kept[0].where}){what}"
    for promise in now.promises:
        if promise.label not in [other.label for other in was.promises]:
            yield "Contracts", "added", f"{now.function}: `ensures {promise.label}` ({promise.where})"


def judged(was: str, now: str) -> tuple[str, str]:
    """Weakened when conjuncts are gone and none came; under the same hypothesis, if there is one."""
    (if_was, then_was), (if_now, then_now) = _implication(was), _implication(now)
    if if_was == if_now:
        lost, come = then_was - then_now, then_now - then_was
        if lost and not come:
            return "weakened", f": lost {' and '.join(sorted(lost))}"
        if come and not lost:
            return "strengthened", f": {' and '.join(sorted(come))}"
    return "changed", ""


def _implication(text: str) -> tuple[str, set[str]]:
    parts = formula.split_top(_plain(text), "==>")
    if len(parts) == 1 or re.search(r"\\(forall|exists|let)\b", formula.outside_brackets(text)):
        return "", set(formula.conjuncts(text))
    return "==>".join(parts[:-1]), set(formula.conjuncts(parts[-1]))


def _body(definition: str) -> str:
    head = formula.split_top(re.sub(r"//[^\n]*", " ", definition), "=")
    body = definition[len(head[0]) + 1 :] if len(head) > 1 else definition
    return re.sub(r"//[^\n]*", " ", body).strip().removesuffix(";")


def _plain(text: str) -> str:
    return formula.squeeze(re.sub(r"//[^\n]*", " ", text))


_NO_CODE = re.compile(r"/\*(?!@).*?\*/|(?<!:)//(?!@)[^\n]*", re.S)


def _bodies(old: Index, new: Index) -> Iterator[Line]:
    """Functions of the core whose bodies, loops and assertions included, are others: their proofs must run again."""
    for name, now in new.contracts.items():
        was = old.contracts.get(name)
        if was and was.body[0] and now.body[0]:
            before, after = _code(old, was), _code(new, now)
            if before != after:
                loops = [re.findall(r"loop \w+[^;]*;", code) for code in (before, after)]
                what = "its loop annotations too" if loops[0] != loops[1] else "no loop annotation"
                yield "Bodies", "changed", f"{name} ({now.body[0]}:{now.body[1]}): {what}; make prove UNIT={now.unit}"


def _code(found: Index, contract: Contract) -> str:
    file, first, last = contract.body
    lines = (found.tree.root / file).read_text().splitlines()[first - 1 : last]
    return " ".join(_NO_CODE.sub(" ", "\n".join(lines)).split())


def _goals(old: Index, new: Index) -> Iterator[Line]:
    """By function: goals of promises by name, the rest by number."""
    for sign, here, there in (("lost", old, new), ("gained", new, old)):
        names: dict[str, list[Goal]] = defaultdict(list)
        for name in here.stored.goals.keys() - there.stored.goals.keys():
            goal = here.stored.goals[name]
            names[goal.function or goal.unit].append(goal)
        for function, goals in sorted(names.items()):
            promised = sorted(goal.name for goal in goals if goal.promise)
            rest = len(goals) - len(promised)
            yield "Goals of the stored proofs", sign, (
                f"{function}: {', '.join(promised[:4])}{' ...' if len(promised) > 4 else ''}"
                f"{' and ' if promised and rest else ''}{f'{rest} others' if rest else ''}"
            )


def _times(old: Index, new: Index) -> Iterator[Line]:
    was, now = ({unit: of.get("default", 0.0) for unit, of in found.stored.seconds.items()} for found in (old, new))
    for unit in sorted(now.keys() & was.keys()):
        if now[unit] > was[unit] * SLOWER and now[unit] > was[unit] + SECONDS:
            yield "Proof time", "slower", f"{unit}: {was[unit]:.1f} s -> {now[unit]:.1f} s"
    before, after = sum(was.values()), sum(now.values())
    if abs(after - before) > SECONDS:
        yield "Proof time", "all", f"{before:.0f} s -> {after:.0f} s of the provers, default profile"


def _mutants(old: Index, new: Index) -> Iterator[Line]:
    """The listed ones; others are made of the text, and go with it."""
    was, now = ({(m.unit, m.name) for m in found.mutants if m.listed} for found in (old, new))
    yield from (("Mutants", "removed", f"{unit}: {name}") for unit, name in sorted(was - now))
    yield from (("Mutants", "added", f"{unit}: {name}") for unit, name in sorted(now - was))


def _short(text: str) -> str:
    return text if len(text) <= 100 else f"{text[:100].rsplit(' ', 1)[0]} ..."


def render(lines: list[Line], base: str) -> str:
    weak = [line for line in lines if line[1] in ("weakened", "removed", "lost")]
    weak += [line for line in lines if line[0] == "Assumptions" and line[1] == "added"]
    out = [f"## The claims against {base}", ""]
    if not lines:
        return "\n".join([*out, "Nothing that is claimed has changed."]) + "\n"
    out += [f"**{len(weak)} of {len(lines)} make a claim weaker, or may.**", ""]
    by: dict[str, list[Line]] = defaultdict(list)
    for line in lines:
        by[line[0]].append(line)
    for section, group in by.items():
        out += [f"### {section}", "", *(f"- {how}: {what}" for _, how, what in group), ""]
    return "\n".join(out).rstrip() + "\n"


def at(root: Path, revision: str, folder: Path) -> Index:
    """The index of another revision, read as this one reads."""
    there = subprocess.run(["git", "ls-tree", "-r", "--name-only", revision], cwd=root, capture_output=True, text=True)
    if there.returncode != 0:
        raise ValueError(there.stderr.strip() or f"no revision {revision}")
    names = there.stdout.splitlines()
    parts = [part for part in PARTS if any(name == part or name.startswith(f"{part}/") for name in names)]
    packed = subprocess.run(["git", "archive", revision, "--", *parts], cwd=root, capture_output=True, check=True)
    folder.mkdir(exist_ok=True)
    subprocess.run(["tar", "-x", "-C", str(folder)], input=packed.stdout, check=True)
    return index.read(folder)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--root", type=Path, default=ROOT, help="the tree")
    parser.add_argument("base", help="a revision of git")
    options = parser.parse_args()
    root = options.root.resolve()
    with tempfile.TemporaryDirectory() as folder:
        try:
            old = at(root, options.base, Path(folder))
        except (ValueError, subprocess.CalledProcessError, OSError) as error:
            print(f"prove-diff: {error}", file=sys.stderr)
            return 2
        print(render(compare(old, index.read(root)), options.base), end="")
    return 0


if __name__ == "__main__":
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)  # a reader that has seen enough, as head, is no error
    sys.exit(main())
