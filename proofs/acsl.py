# SPDX-License-Identifier: MIT
"""Reads a unit in Frama-C's normal form (`-print`): its functions, their contracts, its loops, its axioms.

The normal form is what is proved: macros are expanded, contracts of header and definition are merged, every loop is a
`while`. So the rules that speak of contracts look here and not at the sources.
"""

import re
from dataclasses import dataclass, field

from formula import conjuncts, sentences, squeeze

_GHOST = re.compile(r"/\*@\s*ghost\b(.*?)\*/", re.S)
_GHOST_LIST = re.compile(r"/\*@\s*ghost\s*\([^()]*\)\s*\*/")  # ghost parameters and arguments
_COMMENT = re.compile(r"/\*@(.*?)\*/", re.S)
_KEYWORD = re.compile(
    r"(?:(?P<how>check|admit)\s+)?(?P<kind>requires|ensures|assigns|allocates|frees|terminates|exits|decreases|assumes"
    r"|behavior\s+(?P<behavior>\w+)\s*:|complete\s+behaviors|disjoint\s+behaviors)"
)
_LABEL = re.compile(r"^\s*(\w+)\s*:(?!:)\s*")
_FUNCTION = re.compile(r"(?P<name>\w+)\s*\((?P<parameters>[^{};]*)\)\s*$", re.S)
# what stands before a bracket and is no function
NOT_FUNCTIONS = {
    "if", "case", "while", "for", "switch", "return", "sizeof", "do", "else", "_Alignof", "__builtin_offsetof",
}  # fmt: skip


@dataclass(frozen=True)
class Clause:
    kind: str  # its first word, or "unknown"
    label: str
    text: str
    admitted: bool = False
    behavior: str = ""  # none: the clause holds of every call


@dataclass
class Loop:
    text: str  # the annotation just before it, or ""
    head: str


@dataclass
class Function:
    name: str
    prototype: str
    clauses: list[Clause]
    body: str | None = None
    ghost: bool = False

    def of(self, kind: str) -> list[Clause]:
        return [c for c in self.clauses if c.kind == kind]

    def always(self, kind: str) -> list[Clause]:
        """Those that hold of every call, whatever a behavior assumes."""
        return [c for c in self.of(kind) if not c.behavior]

    def requires(self) -> list[str]:
        """Every conjunct that callers must establish, in any behavior."""
        return [part for c in self.of("requires") for part in conjuncts(c.text)]

    def calls(self) -> set[str]:
        code = _COMMENT.sub(" ", self.body or "")
        return {name for name in re.findall(r"\b([A-Za-z_]\w*)\s*\(", code)} - NOT_FUNCTIONS

    def annotations(self) -> list[str]:
        """What stands between its statements, sentence by sentence."""
        return [sentence for text in _COMMENT.findall(self.body or "") for sentence in sentences(text)]

    def loops(self) -> list[Loop]:
        return _loops(self.body or "")


@dataclass
class Unit:
    functions: dict[str, Function] = field(default_factory=dict)
    axioms: list[tuple[str, str]] = field(default_factory=list)  # kind, name
    logic: set[str] = field(default_factory=set)
    shared: dict[str, str] = field(default_factory=dict)  # title of a logic definition or structure -> its text
    twice: set[str] = field(default_factory=set)  # titles with two texts
    others: list[str] = field(default_factory=list)  # annotations that are neither contract nor definition

    def defined(self) -> dict[str, Function]:
        return {n: f for n, f in self.functions.items() if f.body is not None}

    def declared(self) -> dict[str, Function]:
        return {n: f for n, f in self.functions.items() if f.body is None}


def clauses_of(contract: str) -> list[Clause]:
    found: list[Clause] = []
    behavior = ""
    for sentence in sentences(contract):
        while match := _KEYWORD.match(sentence):
            rest = sentence[match.end() :].strip()
            if match["behavior"]:
                behavior, sentence = match["behavior"], rest
                continue
            label = _LABEL.match(rest)
            text = rest[label.end() :] if label else rest
            kind = match["kind"].split()[0]
            behavior = "" if kind in ("complete", "disjoint") else behavior
            found.append(Clause(kind, label[1] if label else "", text.strip(), match["how"] == "admit", behavior))
            break
        else:
            if sentence:
                found.append(Clause("unknown", "", sentence))
    return found


def _loops(body: str) -> list[Loop]:
    loops = []
    annotation, at = "", 0
    token = re.compile(r"/\*@(?P<annotation>.*?)\*/|\b(?P<loop>while|for|do)\b|(?P<other>\S)", re.S)
    while match := token.search(body, at):
        at = match.end()
        if match["annotation"] is not None:
            annotation = match["annotation"]
            continue
        if match["loop"]:
            loops.append(Loop(annotation, body[match.start() : body.find("\n", at)].strip()))
        annotation = ""
    return loops


def parse(printed: str) -> Unit:
    unit = Unit()
    _scan(_GHOST_LIST.sub("", printed), unit, ghost=False)
    return unit


def _ghosts_opened(text: str) -> str:
    return _GHOST.sub(lambda m: m[1].replace("/@", "/*@").replace("@/", "*/"), text)


def _scan(text: str, unit: Unit, *, ghost: bool) -> None:
    """Walks over the declarations at file level; `pending` is the annotation that stands before the next one."""
    pending, start, i = "", 0, 0
    while i < len(text):
        if text.startswith("/*@", i):
            end = text.index("*/", i) + 2
            comment = text[i:end]
            if inner := _GHOST.match(comment):
                _scan(_ghosts_opened(comment) if inner else "", unit, ghost=True)
            elif not text[start:i].strip():
                pending = comment[3:-2]
                _logic_of(pending, unit)
            start = i = end
        elif text[i] == "#" and not text[start:i].strip():
            i = start = text.find("\n", i) + 1 or len(text)
        elif text.startswith("/*", i):
            i = start = text.index("*/", i) + 2
        elif text[i] in ";{":
            head = text[start:i].strip()
            end = i + 1 if text[i] == ";" else _body_end(text, i)
            _declare(head, pending, text[i:end] if text[i] == "{" else None, unit, ghost=ghost)
            pending, start, i = "", end, end
        else:
            i += 1


def _body_end(text: str, at: int) -> int:
    depth = 0
    while at < len(text):
        if text.startswith("/*", at):
            at = text.index("*/", at) + 2
            continue
        depth += (text[at] == "{") - (text[at] == "}")
        at += 1
        if depth == 0:
            return at
    return at


def _declare(head: str, contract: str, body: str | None, unit: Unit, *, ghost: bool) -> None:
    match = _FUNCTION.search(head)
    if aggregate := re.match(r"(struct|union|enum)\s+(\w+?)(_\d+)?$", head):
        unit.shared[f"{aggregate[1]} {aggregate[2]}"] = re.sub(r"(__anon\w+?)_\d+\b", r"\1", squeeze(body or ""))
        return
    if not match or re.match(r"(struct|union|enum)\s*\w*\s*$|typedef\b", head) or "=" in head.split("(")[0]:
        return
    known = unit.functions.get(match["name"])
    clauses = clauses_of(contract)
    if known is not None and known.body is None and body is None:
        known.clauses += clauses
        return
    if known is not None and known.body is not None and body is None:
        return
    if known is not None and not clauses:
        clauses = known.clauses
    body = _ghosts_opened(body) if body is not None else None
    unit.functions[match["name"]] = Function(match["name"], " ".join(head.split()), clauses, body, ghost)


_LOGIC = re.compile(r"\b(?P<kind>predicate|inductive|logic|lemma|axiom|axiomatic)\b(?P<head>[^=;:{(]*)")
_KNOWN = re.compile(r"\s*(?:(?:check|admit)\s+)?(?:predicate|logic|lemma|axiomatic|inductive)\b")


def _logic_of(annotation: str, unit: Unit) -> None:
    for how, kind, name in re.findall(r"\b(?:(check|admit)\s+)?(axiomatic|axiom|lemma|inductive)\s+(\w+)", annotation):
        unit.axioms.append((f"{how} {kind}".strip(), name))
    if not _KNOWN.match(annotation):
        if not _KEYWORD.match(annotation.strip()):
            unit.others.append(annotation)
        return
    if match := _LOGIC.search(annotation):
        names = re.findall(r"\w+", match["head"])
        if names:
            title, text = f"{match['kind']} {names[-1]}", squeeze(annotation)
            if unit.shared.setdefault(title, text) != text:
                unit.twice.add(title)
            unit.logic.add(names[-1])
