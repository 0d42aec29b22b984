# SPDX-License-Identifier: MIT
"""What a unit must look like, whatever the provers say of it: the rules of the gate on contracts, loops and axioms."""

import itertools
import re
from collections.abc import Iterator

import formula
import ledger
from acsl import Function, Unit
from formula import conjuncts, split_top, squeeze
from ledger import Entry
from wplog import Hypotheses

_VALIDITY = re.compile(r"\\(valid|valid_read|separated)\(")
_INVARIANT = re.compile(r"Inv\(\*\w+\)")
_ADMIT = re.compile(r"/\*@\s*(for [^:]*:\s*)?(loop\s+)?admit\b|\badmit\s+(loop\s+)?invariant")


_PROVED = re.compile(r"(?:(?:check|admit)\s+)?(?:loop\s+(?:invariant|assigns|variant)|assert|check|admit)\b")
_SKIPPED = {
    "a statement contract": {
        "requires", "ensures", "assigns", "behavior", "breaks", "continues", "returns", "exits", "terminates",
        "allocates", "frees", "assumes", "decreases", "complete", "disjoint",
    },
    "a generalised invariant": {"invariant"},
    "an annotation of one behavior": {"for"},
}  # fmt: skip
_UNPROVED = ("allocates", "frees")
_FROM = re.compile(r"\\from\b")


def check_unit(unit: Unit, entries: list[Entry]) -> list[str]:
    found: list[str] = []
    for kind, name in unit.axioms:
        found += _axiom(kind, name, entries)
    found += _definitions(unit)
    for function in unit.functions.values():
        found += _contract(function)
        found += _behaviors(function)
        found += _admitted(function, entries)
        found += _annotations(function)
        found += _loops(function)
        if function.name.startswith("dxgmap_op_"):
            found += _operation(function)
    return found


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= 60 else f"{text[:57]}..."


def _axiom(kind: str, name: str, entries: list[Entry]) -> Iterator[str]:
    word = kind.split()[-1]
    if kind.startswith("admit") and not ledger.covers(entries, "admit", name):
        yield f"admit: `{name}` is admitted and the ledger does not list it"
    elif word in ("axiom", "axiomatic") and not ledger.covers(entries, word, name):
        yield f"{word}: `{name}` is assumed and the ledger does not list it"
    elif word == "inductive" and not ledger.covers(entries, "axiom", name):
        yield f"inductive: the rules of `{name}` are axioms, and the ledger does not list it"


def _definitions(unit: Unit) -> Iterator[str]:
    """What the provers are told of a logic name is its definition; that must be there, be one, and have a solution."""
    for title, text in unit.shared.items():
        word = title.split()[0]
        if word in ("predicate", "logic") and not formula.defined(text):
            yield f"{title}: declared and not defined: it means anything"
        elif word in ("predicate", "logic") and not formula.descends(text):
            yield f"{title}: calls itself other than as `n <= 0 ? .. : .. n - 1 ..`: it need not have a solution"
    for title in sorted(unit.twice):
        yield f"{title}: two definitions of one name in this unit"
    for annotation in unit.others:
        yield f"`{_short(annotation)}`: no proof looks at an annotation of this kind"


def _contract(function: Function) -> Iterator[str]:
    for kind, text in (("terminates", "\\true"), ("exits", "\\false")):
        clauses = function.always(kind)
        if not clauses:
            yield f"{function.name}: no `{kind}` clause; write `{kind} {text};`"
        elif any(squeeze(c.text) != text for c in clauses):
            yield f"{function.name}: `{kind}` must be `{text}`"
    if not function.always("assigns"):
        yield f"{function.name}: no `assigns` clause"
    for clause in function.clauses:
        if clause.kind == "unknown" or clause.kind in _UNPROVED:
            yield f"{function.name}: `{_short(f'{clause.kind} {clause.text}')}`: no goal of WP stands for such a clause"
        elif clause.kind == "assigns" and _FROM.search(clause.text):
            yield f"{function.name}: `assigns .. \\from ..`: no goal of WP stands for what comes from where"


def _behaviors(function: Function) -> Iterator[str]:
    """What holds in named cases alone says nothing of a case that none of them has."""
    named = {clause.behavior for clause in function.clauses if clause.behavior}
    if named and not function.of("complete"):
        names = ", ".join(sorted(named))
        yield f"{function.name}: behaviors {names}, and no `complete behaviors`: a case may be left out"


def _annotations(function: Function) -> Iterator[str]:
    """What stands between statements: WP proves some of it, and skips the rest with a warning or without."""
    for sentence in function.annotations():
        if _FROM.search(sentence):
            yield f"{function.name}: `{_short(sentence)}`: no goal of WP stands for what comes from where"
        elif not _PROVED.match(sentence):
            word = sentence.split()[0]
            kind = next((kind for kind, words in _SKIPPED.items() if word in words), "an annotation of no known kind")
            yield f"{function.name}: `{_short(sentence)}`: {kind}, which WP does not prove"


def _admitted(function: Function, entries: list[Entry]) -> Iterator[str]:
    inside = _ADMIT.search(function.body or "")
    if (inside or any(c.admitted for c in function.clauses)) and not ledger.covers(entries, "admit", function.name):
        yield f"admit: {function.name} admits a property and the ledger does not list it"


def _loops(function: Function) -> Iterator[str]:
    for loop in function.loops():
        for kind in ("variant", "assigns"):
            if not re.search(rf"\bloop {kind}\b", loop.text):
                yield f"{function.name}: a loop without `loop {kind}`: {loop.head}"


def _operation(function: Function) -> Iterator[str]:
    """A step is total: whatever it is called with, it answers. So it may ask for memory and for the invariant only."""
    for part in function.requires():
        match = _VALIDITY.match(part)
        whole = match is not None and part.endswith(")") and len(split_top(part, "&&")) == 1 and _one_call(part)
        if not whole and not _INVARIANT.fullmatch(part):
            allowed = "an operation may require validity, separation and `Inv(*s)` only"
            yield f"{function.name}: requires `{part}`: {allowed}"


def _one_call(part: str) -> bool:
    depth = 0
    for i, c in enumerate(part):
        depth += (c == "(") - (c == ")")
        if c == ")" and depth == 0:
            return i == len(part) - 1
    return False


def check_hypotheses(unit: Unit, hypotheses: list[Hypotheses]) -> list[str]:
    """Typed+Ref takes for granted what it prints; the contract must ask the caller for the same."""
    found = []
    for hypothesis in hypotheses:
        function = unit.functions.get(hypothesis.function)
        if function is None:
            found.append(f"{hypothesis.function}: memory-model hypothesis on a function that the unit does not show")
            continue
        written = function.requires()
        for wanted in _hypotheses_of(hypothesis.text):
            if not _required(wanted, written):
                asked = "which its `requires` do not ask for"
                found.append(f"{function.name}: the memory model assumes `{wanted}`, {asked}")
    return found


def _hypotheses_of(text: str) -> list[str]:
    comment = text[text.index("/*@") + 3 : text.index("*/")]
    return [p for m in re.finditer(r"requires\s+([^;]*);", comment) for p in conjuncts(m[1])]


def _required(wanted: str, written: list[str]) -> bool:
    if wanted in written:
        return True
    if match := _SEPARATED.fullmatch(wanted):
        given = [m[1] for w in written if (m := _SEPARATED.fullmatch(w))]
        return _pairs(match[1]) <= set().union(*map(_pairs, given))
    return False


_SEPARATED = re.compile(r"\\separated\((.*)\)")


def _pairs(places: str) -> set[frozenset[str]]:
    """Separation of several places is that of any two of them."""
    return {frozenset(pair) for pair in itertools.combinations(split_top(places, ","), 2)}


def check_callees(unit: Unit, defined: dict[str, str], entries: list[Entry]) -> list[str]:
    """Contracts that this unit relies on: each belongs to a function that some unit of the core proves."""
    found = []
    for function in unit.defined().values():
        for callee in sorted(function.calls() - unit.functions.keys() - unit.logic):
            if not ledger.covers(entries, "contract", callee):
                found.append(f"{function.name}: calls `{callee}`, which model/core does not define: assumed contract")
    for name in unit.declared():
        if name not in defined and not ledger.covers(entries, "contract", name):
            found.append(f"{name}: declared with a contract, defined in no unit: assumed contract")
    return found
