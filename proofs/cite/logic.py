# SPDX-License-Identifier: MIT
"""The ACSL as it stands in the sources, with its places: contracts, clause by clause, and definitions."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from tree import Tree


@dataclass(frozen=True)
class Promise:
    """An `ensures` of a contract, or a `requires`; of label `assigns`, what it may change."""

    label: str
    text: str
    where: str


@dataclass
class Contract:
    function: str
    unit: str  # whose proof it is part of
    where: str
    promises: list[Promise] = field(default_factory=list)
    requires: list[Promise] = field(default_factory=list)
    assigns: Promise | None = None
    body: tuple[str, int, int] = ("", 0, 0)  # file, first and last line of the definition

    def promise(self, label: str) -> Promise | None:
        if label == "assigns":
            return self.assigns
        return next((promise for promise in self.promises if promise.label == label), None)


@dataclass(frozen=True)
class Definition:
    """A predicate or a logic function."""

    name: str
    text: str
    where: str


_GHOST = re.compile(r"/\*@\s*ghost\b(.*?)\*/", re.S)
_BLOCK = re.compile(
    r"/\*@(?P<text>(?:\s|//[^\n]*)*(?:requires|ensures|assigns|terminates|exits|decreases|behavior)\b(?:(?!\*/).)*)\*/"
    r"\s*(?P<head>[^;{}#]*?\b(?P<name>\w+)\s*\([^;{}]*\))\s*(?P<end>[;{])", re.S
)
_CLAUSE = re.compile(
    r"\b(ensures|requires)\s+(?:(\w+)\s*:(?!:)\s*)?(.*?);"
    r"(?=\s*(?:ensures|requires|assigns|terminates|exits|behavior|complete|decreases|//|\Z))",
    re.S,
)
_ASSIGNS = re.compile(r"\bassigns\s+([^;]*);")
_DEFINITION = re.compile(r"\b(?:predicate|logic\s+\w+|inductive)\s+(\w+)\s*(?:\{[^}]*\})?\s*(?:\([^)]*\))?\s*=")
_NEXT = re.compile(r"\*/|\b(?:predicate|logic\s+\w+|inductive|lemma)\s+\w+|^[ \t]*//", re.M)


def contracts(tree: Tree) -> dict[str, Contract]:
    """Of every function of the core, static and ghost ones too."""
    found: dict[str, Contract] = {}
    for path in sorted(tree.core.rglob("*.[ch]"), key=lambda p: (p.suffix != ".h", p)):
        for contract in _contracts(path.read_text(), tree.relative(path), path.stem):
            known = found.setdefault(contract.function, contract)
            known.promises = known.promises or contract.promises
            known.requires = known.requires or contract.requires
            known.assigns = known.assigns or contract.assigns
            known.body = contract.body if contract.body[0] else known.body
    return found


def _contracts(text: str, file: str, unit: str) -> Iterator[Contract]:
    opened = _GHOST.sub(lambda m: _padded(m[0]), text)
    for match in _BLOCK.finditer(opened):
        first = _line(opened, match.start("head"))
        contract = Contract(match["name"], unit, f"{file}:{first}")
        start = match.start("text")
        for clause in _CLAUSE.finditer(match["text"]):
            words = " ".join(clause[3].split())
            promise = Promise(clause[2] or "", words, f"{file}:{_line(opened, start + clause.start())}")
            (contract.promises if clause[1] == "ensures" else contract.requires).append(promise)
        if assigns := _ASSIGNS.search(match["text"]):
            where = f"{file}:{_line(opened, start + assigns.start())}"
            contract.assigns = Promise("assigns", " ".join(assigns[1].split()), where)
        if match["end"] == "{":
            contract.body = (file, first, _line(opened, _closed(opened, match.end() - 1)))
        yield contract
    for match in re.finditer(r"^(?!\s)[\w *]*?\b(\w+)\([^;{}]*\)\s*\{", opened, re.M):
        first, last = _line(opened, match.start()), _line(opened, _closed(opened, match.end() - 1))
        yield Contract(match[1], unit, f"{file}:{first}", body=(file, first, last))


def _padded(ghost: str) -> str:
    """What a ghost block holds, as if it stood in the open; every character keeps its place."""
    inner = ghost.replace("/@", "/*@").replace("@/", "*/")
    inner = re.sub(r"/\*@\s*ghost", lambda m: re.sub(r"\S", " ", m[0]), inner, count=1)
    return re.sub(r"\*/\Z", "  ", inner)


def _line(text: str, at: int) -> int:
    return text.count("\n", 0, at) + 1


def _closed(text: str, at: int) -> int:
    depth = 0
    for brace in re.finditer(r"[{}]", text[at:]):
        depth += 1 if brace[0] == "{" else -1
        if depth == 0:
            return at + brace.start()
    return len(text)


def definitions(tree: Tree) -> dict[str, Definition]:
    found: dict[str, Definition] = {}
    for path in sorted(tree.logic.glob("*.h")):
        text = path.read_text()
        for match in _DEFINITION.finditer(text):
            end = _NEXT.search(text, match.end())
            words = text[match.start() : end.start() if end else len(text)].rstrip()
            where = f"{tree.relative(path)}:{_line(text, match.start())}"
            found.setdefault(match[1], Definition(match[1], words, where))
    return found


def uses(text: str, definitions: dict[str, Definition]) -> list[str]:
    """The definitions that a formula names, in its order."""
    return list(dict.fromkeys(word for word in re.findall(r"\b[A-Z]\w+", text) if word in definitions))
