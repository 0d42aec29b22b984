# SPDX-License-Identifier: MIT
"""Which tests exercise a clause. Four ways, each with its place:

names    a comment or a literal of a test names the clause
expects  a statement of a test makes a call and expects the cause that the clause has in the table of that call
proved   a ground call (proofs/ground): a call with arguments written out, proved to give that cause
drawn    the fuzzers draw the operation, and the abstract machine judges what it answers and what is live after it
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from cite import ids, tables
from cite.spec import Entry
from lint_rows import PARTS

# What of the harness is an action of Dxgkrnl or of the device (spec/README.md), by the prefix of its clauses.
HARNESS = {
    "dxgmap_adapter_start": "START", "dxgmap_adapter_attach": "ATTACH", "dxgmap_adapter_exclusive_begin": "EXCL",
    "dxgmap_adapter_exclusive_end": "EXCLEND", "dxgmap_adapter_stop": "STOP", "dxgmap_adapter_live": "LIVE",
    "dxgmap_device_read": "TRANSLATE", "dxgmap_device_write": "TRANSLATE", "dxgmap_device_translate": "TRANSLATE",
}  # fmt: skip
FUZZ = "tests/fuzz"
GROUND = "proofs/ground"

_COMMENT = re.compile(r"/\*.*?\*/|//[^\n]*", re.S)
_NO_CODE = re.compile(rf"{_COMMENT.pattern}|\"(?:\\.|[^\"\\\n])*\"", re.S)
_HEAD = re.compile(r"^(?!\s|#)[\w *]*?\b(\w+)\([^;{}]*\)\s*\{", re.M)
_CALL = re.compile(r"\b([A-Za-z_]\w*)\s*\(")
_CAUSE = re.compile(r"\bDXGMAP_CAUSE_([A-Z_]+)\b")


@dataclass(frozen=True)
class Test:
    how: str
    where: str
    name: str  # of the function, or of the file


@dataclass(frozen=True)
class Function:
    name: str
    file: str
    line: int
    end: int
    code: str  # without comments and literals; every line keeps its place


@dataclass
class Core:
    """What the contracts of the core say of clauses."""

    asked: dict[tuple[str, str], set[str]]  # table of causes -> the functions whose `status` speaks of it
    decided: set[str]  # clauses that are rows of a status predicate
    said: dict[str, list[str]]  # function -> the other clauses that its contract says


def tests_of(root: Path, entries: dict[str, Entry], core: Core) -> dict[str, list[Test]]:
    """Clause -> its tests."""
    found: dict[str, list[Test]] = defaultdict(list)
    causes = _by_cause(entries)
    files = {path: path.read_text() for path in sorted((root / "tests").rglob("*.c"))}
    functions = {path: list(_functions(path.relative_to(root).as_posix(), text)) for path, text in files.items()}
    for path, text in files.items():
        for id, test in _named(path.relative_to(root).as_posix(), text, functions[path], entries):
            found[id].append(test)
    for table, cause, test in _expected(root, functions, entries):
        for id in causes.get((table, cause), ()):
            found[id].append(test)
    tables_of: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for table, names in core.asked.items():
        for name in names:
            tables_of[name].add(table)
    for function, cause, test in _ground(root):
        for table in tables_of.get(function, ()):
            for id in causes.get((table, cause), ()):
                found[id].append(test)
    for function, test in _drawn(root, functions):
        decided = {id for (table, _), ids in causes.items() if table in tables_of.get(function, ()) for id in ids}
        for id in [*core.said.get(function, ()), *sorted(decided & core.decided)]:
            found[id].append(test)
    order = ["names", "expects", "proved", "drawn"]
    return {id: sorted(dict.fromkeys(tests), key=lambda t: order.index(t.how)) for id, tests in found.items()}


def _by_cause(entries: dict[str, Entry]) -> dict[tuple[tuple[str, str], str], list[str]]:
    """A table of causes and a cause -> its clauses there."""
    found: dict[tuple[tuple[str, str], str], list[str]] = defaultdict(list)
    for entry in entries.values():
        for table in entry.places if entry.more.get("cause") else ():
            found[table, entry.more["cause"]].append(entry.id)
    return found


def _line(text: str, at: int) -> int:
    return text.count("\n", 0, at) + 1


def _functions(file: str, text: str) -> Iterator[Function]:
    code = _NO_CODE.sub(lambda m: "\n" * m[0].count("\n") if "\n" in m[0] else " ", text)
    for match in _HEAD.finditer(code):
        depth, end = 0, match.end()
        for brace in re.finditer(r"[{}]", code[match.end() - 1 :]):
            depth += 1 if brace[0] == "{" else -1
            end = match.end() + brace.start()
            if depth == 0:
                break
        yield Function(match[1], file, _line(code, match.start()), _line(code, end), code[match.end() : end])


def _named(file: str, text: str, functions: list[Function], entries: dict[str, Entry]) -> Iterator[tuple[str, Test]]:
    """A comment or literal in a function, or just above it, is of that function; any other is of the file."""
    for comment in _NO_CODE.finditer(text):
        first, last = _line(text, comment.start()), _line(text, comment.end() - 1)
        name = next((f.name for f in functions if f.line - 1 <= last and first <= f.end), Path(file).stem)
        for id in ids.words(comment[0]):
            if ids.CLAUSE.fullmatch(id) and id in entries:
                yield id, Test("names", f"{file}:{first}", name)


def _expected(root: Path, functions: dict[Path, list[Function]], entries: dict[str, Entry]) -> Iterator[
    tuple[tuple[str, str], str, Test]
]:
    calls = _tables_of_calls(root, entries)
    by_folder: dict[Path, dict[str, set[str]]] = defaultdict(dict)
    for path, known in functions.items():
        for function in known:
            by_folder[path.parent][function.name] = set(_CALL.findall(function.code))
    for path, known in functions.items():
        helpers, file = by_folder[path.parent], path.relative_to(root).as_posix()
        for function in known:
            for said, names, line in _statements(function) if "DXGMAP_CAUSE_" in function.code else ():
                for name in _reached(names, helpers, calls):
                    for cause in said:
                        yield calls[name], cause, Test("expects", f"{file}:{line}", function.name)


def _statements(function: Function) -> Iterator[tuple[set[str], set[str], int]]:
    """Those that name a cause: the causes, what is called, and the line."""
    line = function.line
    for statement in function.code.split(";"):
        if said := {f"DXGMAP_{cause}" for cause in _CAUSE.findall(statement)}:
            blank = statement[: len(statement) - len(statement.lstrip())]
            yield said, set(_CALL.findall(statement)), line + blank.count("\n")
        line += statement.count("\n")


def _reached(names: set[str], helpers: dict[str, set[str]], calls: dict[str, tuple[str, str]]) -> set[str]:
    """The calls of the model that a statement makes, by itself or through one function of the test; a function that
    makes several of them says nothing about which one the cause is of."""
    found = names & calls.keys()
    for name in names & helpers.keys():
        inner = helpers[name] & calls.keys()
        for second in helpers[name] & helpers.keys() if not inner else ():
            inner |= helpers[second] & calls.keys()
        found |= inner if len({calls[call] for call in inner}) == 1 else set()
    return found


def _tables_of_calls(root: Path, entries: dict[str, Entry]) -> dict[str, tuple[str, str]]:
    """A callback, or an action of the harness -> its table of causes."""
    homes: dict[str, tuple[str, str]] = {}
    for entry in entries.values():
        if entry.kind == "clause" and entry.more.get("cause"):
            homes.setdefault(entry.id.split("-")[0], entry.places[0])
    found = {name: homes[prefix] for name, prefix in HARNESS.items() if prefix in homes}
    for line in tables.of(root, "spec/callbacks.md", "callback", "clauses"):
        prefixes = [word for word in re.findall(r"[A-Z]+", line.cells["clauses"].split(":")[-1]) if word in homes]
        for name in re.findall(r"\w+", line.cells["callback"].split(", ")[0]) if prefixes else ():
            found.setdefault(name, homes[prefixes[0]])
    return found


_ANSWERED = re.compile(
    r"\b(\w+) = (dxgmap_\w+)\([^;]*\);\s*/\*@ assert (\w+): \1(?:\.status)? == (DXGMAP_\w+);", re.S
)


def _ground(root: Path) -> Iterator[tuple[str, str, Test]]:
    for path in sorted((root / GROUND).glob("*.c")):
        text = path.read_text()
        file = path.relative_to(root).as_posix()
        for match in _ANSWERED.finditer(text):
            yield match[2], match[4], Test("proved", f"{file}:{_line(text, match.start())}", match[3])


def _drawn(root: Path, functions: dict[Path, list[Function]]) -> Iterator[tuple[str, Test]]:
    for path, known in functions.items():
        if path.relative_to(root).as_posix().startswith(FUZZ):
            for function in known:
                for match in re.finditer(r"\b(dxgmap_op_\w+)\s*\(", function.code):
                    line = function.line + function.code.count("\n", 0, match.start())
                    yield match[1], Test("drawn", f"{function.file}:{line}", function.name)


def tables_by_predicate() -> dict[str, set[tuple[str, str]]]:
    found: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for table, part in PARTS.items():
        for predicate in (part.predicate, part.shorter):
            if predicate:
                found[predicate].add(table)
    return found
