# SPDX-License-Identifier: MIT
"""The abstract machine by ids: where spec/machine/machine.mlw names a clause, which goals of Why3 a theorem has, and
what spec/machine/clauses.md says of the clauses that the machine does not name.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path

from cite import tables
from cite.spec import Entry

MACHINE = "spec/machine/machine.mlw"
README = "spec/machine/README.md"
UNNAMED = "spec/machine/clauses.md"
THEOREMS = "proofs/machine/*.mlw"
NOTHING = "nothing"

_DEFINITION = re.compile(r"  (?:let rec ghost |let ghost |let )?(?:function|predicate|constant|type|lemma) \(?([\w+]+)")
_COMMENT = re.compile(r"\(\*.*?\*\)")
_ID = re.compile(r"\b([A-Z]+)-(\d+)|(?<=, )(\d+)\b")
_CAUSE = re.compile(r"\bthen ([A-Z]\w*)")
_BRANCH = re.compile(r"(?:if|else|\|)(?:\s|$)")


@dataclass(frozen=True)
class Definition:
    name: str
    line: int
    lines: tuple[str, ...]

    @property
    def text(self) -> str:
        return code("\n".join(self.lines))


@dataclass(frozen=True)
class Place:
    """Where the machine says a clause, or a theorem is a goal."""

    name: str  # of the function, or of the goal
    where: str  # file and line
    text: str
    calls: list[str] = field(default_factory=list)  # the calls that it is asked of
    cause: str = ""  # the status that the lines decide; empty: none, or another function decides it


@dataclass(frozen=True)
class Switch:
    """A call that changes one field of a started adapter."""

    call: str
    field: str
    value: str  # a constant, or the argument that is put there
    prefix: str  # of its clauses


@dataclass
class Machine:
    definitions: dict[str, Definition]
    places: dict[str, list[Place]]  # by clause
    causes: dict[str, list[Place]]  # by status, as DXGMAP_... names it
    calls: dict[str, Place]  # each call, by its line of status_of
    goals: dict[str, list[Place]]  # by theorem
    switches: list[Switch]
    unnamed: dict[str, tuple[list[str], str, str]]  # by clause: the definitions that say it, why, and where that stands
    wrong: list[str]


def read(root: Path) -> Machine:
    path = root / MACHINE
    lines = path.read_text().splitlines() if path.is_file() else []
    definitions = _definitions(lines)
    calls = {place.name: place for place in _calls(definitions)}
    asked = _asked(definitions)
    found = Machine(definitions, {}, {}, calls, _goals(root), list(_switches(definitions)), {}, [])
    for number, line in enumerate(lines, 1):
        for comment in _COMMENT.findall(line):
            for id in ids_of(comment):
                if place := _place(lines, number, definitions, asked):
                    found.places.setdefault(id, []).append(place)
    for places in found.places.values():
        places.sort(key=lambda place: not place.cause)  # what decides comes before what asks it
    for place in _deciding(definitions, asked):
        found.causes.setdefault(cause_name(place.cause), []).append(place)
    found.unnamed, found.wrong = _unnamed(root)
    return found


def ids_of(comment: str) -> Iterator[str]:
    """`GATE-1, 2, 12` names GATE-1, GATE-2 and GATE-12."""
    prefix = ""
    for own, number, more in _ID.findall(comment):
        prefix = own or prefix
        if prefix:
            yield f"{prefix}-{number or more}"


def cause_name(status: str) -> str:
    """NotPinned is DXGMAP_NOT_PINNED."""
    return "DXGMAP_" + re.sub(r"(?<=[a-z])(?=[A-Z])", "_", status).upper()


def code(text: str) -> str:
    """Without comments, and without the blanks before them."""
    return "\n".join(line for line in (re.sub(r"\s+$", "", _COMMENT.sub("", old)) for old in text.splitlines()) if line)


def _definitions(lines: list[str]) -> dict[str, Definition]:
    found: dict[str, Definition] = {}
    for number, line in enumerate(lines, 1):
        if match := _DEFINITION.match(line):
            end = number
            while end < len(lines) and lines[end].startswith("   ") and not _DEFINITION.match(lines[end]):
                end += 1
            found.setdefault(match[1], Definition(match[1], number, tuple(lines[number - 1 : end])))
    return found


def _within(number: int, definitions: dict[str, Definition]) -> Definition | None:
    return next((d for d in definitions.values() if d.line <= number < d.line + len(d.lines)), None)


def _calls(definitions: dict[str, Definition]) -> Iterator[Place]:
    """The lines of status_of."""
    if whole := definitions.get("status_of"):
        for offset, line in enumerate(whole.lines):
            if match := re.match(r"\s*\| (\w+)", line):
                yield Place(match[1], f"{MACHINE}:{whole.line + offset}", code(line))


def _asked(definitions: dict[str, Definition]) -> dict[str, list[str]]:
    """Each definition, with the calls whose causes, or whose mapping, it decides."""
    words = {name: set(re.findall(r"[\w+]+", d.text)) & definitions.keys() for name, d in definitions.items()}
    found: dict[str, list[str]] = {name: [] for name in definitions}
    for table in ("status_of", "made_by", "done_by"):
        lines = definitions[table].lines if table in definitions else ()
        for call, text in (match.groups() for line in lines if (match := re.match(r"\s*\| ([A-Z]\w+)(.*)", line))):
            reached: set[str] = set()
            todo = set(re.findall(r"\w+", text)) & definitions.keys()
            while todo:
                name = todo.pop()
                reached.add(name)
                todo |= words[name] - reached
            for name in reached:
                found[name] = list(dict.fromkeys([*found[name], call]))
    return found


def _place(
    lines: list[str], number: int, definitions: dict[str, Definition], asked: dict[str, list[str]]
) -> Place | None:
    """The lines that the comment in a line is about: a branch, or all of a definition."""
    own = _within(number, definitions)
    if own is None:  # a comment before a definition
        own = _within(number + 1, definitions)
        return _whole(own, asked) if own else None
    if number == own.line or not code("\n".join(own.lines[1:])):
        return _whole(own, asked)
    first = number
    while not _BRANCH.match(lines[first - 1].strip()) and first - 1 > own.line and not _ends(lines[first - 2]):
        first -= 1
    text = code("\n".join(lines[first - 1 : number]))
    if not text or _goes_on(lines, number, own):
        return _whole(own, asked)
    match = re.match(r"\s*\| (\w+)", text)
    cause = _CAUSE.search(text)
    return Place(own.name, f"{MACHINE}:{number}", text, [match[1]] if match else asked[own.name],
                 cause[1] if cause else "")  # fmt: skip


def _ends(line: str) -> bool:
    """A line behind which other lines are about something else."""
    return code(line).endswith(("++", " in", " =")) or bool(re.search(r"\(\*.*\b[A-Z]+-\d.*\*\)$", line))


def _goes_on(lines: list[str], number: int, own: Definition) -> bool:
    """Ids that did not fit into one line stand in the next ones as well, up to one without any code."""
    rest = lines[number - 1 : own.line + len(own.lines) - 1]
    return any(not code(line) for line in rest) and lines[number - 1].strip().startswith(("else Ok", "(*"))


def _whole(own: Definition, asked: dict[str, list[str]]) -> Place:
    causes = _CAUSE.findall(own.text)
    return Place(own.name, f"{MACHINE}:{own.line}", own.text, asked[own.name], causes[0] if len(causes) == 1 else "")


def _deciding(definitions: dict[str, Definition], asked: dict[str, list[str]]) -> Iterator[Place]:
    """Each branch that decides a status."""
    for own in definitions.values():
        first = 0
        for offset, line in enumerate(own.lines):
            if _BRANCH.match(line.strip()):
                first = offset
            if asked[own.name] and (match := _CAUSE.search(code(line))):
                text = code("\n".join(own.lines[first : offset + 1]))
                yield Place(own.name, f"{MACHINE}:{own.line + offset}", text, asked[own.name], match[1])


_SWITCH = re.compile(r"\s*\| (\w+) [\w ]*-> \{ \(s\.adapter x\) with (\w+) = (\w+) \}\s*\(\* ([A-Z]+)-\d+ \*\)")


def _switches(definitions: dict[str, Definition]) -> Iterator[Switch]:
    for line in definitions["switched"].lines if "switched" in definitions else ():
        if match := _SWITCH.match(line):
            yield Switch(*match.groups())


def begins_with(machine: Machine, field: str) -> str:
    """What a field of an adapter is when it has been started."""
    match = re.search(rf"\b{field} = (\([^)]*\)|[^;}}]*?)\s*[;}}]", machine.definitions["begun"].text)
    return match[1] if match else ""


def values_of(machine: Machine, type: str) -> list[str]:
    """The constructors of a type, but for the one that stands for what is none of it."""
    return [name for name in re.findall(r"[=|] (\w+)", machine.definitions[type].text) if not name.startswith("No")]


def _goals(root: Path) -> dict[str, list[Place]]:
    """The goals of the table of README.md, each with its statement."""
    stated: dict[str, Place] = {}
    for path in sorted(root.glob(THEOREMS)):
        file = path.relative_to(root).as_posix()
        lines = path.read_text().splitlines()
        for number, line in enumerate(lines, 1):
            match = re.match(r"  (?:let (?:rec )?)?lemma (t_\w+)", line)
            if match:
                end = number
                while end < len(lines) and lines[end].startswith("    "):  # a proof begins with `  =`
                    end += 1
                stated[match[1]] = Place(match[1], f"{file}:{number}", code("\n".join(lines[number - 1 : end])))
    found: dict[str, list[Place]] = {}
    for row in tables.of(root, README, "theorem", "goals"):
        names = re.findall(r"`(t_\w+)`", row.cells["goals"])
        if row.cells["theorem"]:
            found[row.cells["theorem"]] = [stated[name] for name in names if name in stated]
    return found


def _unnamed(root: Path) -> tuple[dict[str, tuple[list[str], str, str]], list[str]]:
    found: dict[str, tuple[list[str], str, str]] = {}
    wrong = []
    for row in tables.of(root, UNNAMED, "clauses", "said by", "how, or why not"):
        names = re.findall(r"`([\w+]+)`", row.cells["said by"])
        if not names and row.cells["said by"] != NOTHING:
            wrong.append(f"{row.where}: names no definition of {MACHINE} in `...`, and does not say `{NOTHING}`")
        for id in ids_of(row.cells["clauses"]):
            if id in found:
                wrong.append(f"{row.where}: {id} stands at {found[id][2]} already")
            found[id] = (names, row.cells["how, or why not"], row.where)
    return found, wrong


def faults(machine: Machine, entries: dict[str, Entry], core: Iterable[str]) -> Iterator[str]:
    """Each clause of the core has a place in the machine, or a row that says why not; no row says so in vain."""
    yield from machine.wrong
    named = machine.places
    for id in core:
        if id not in named and id not in machine.unnamed:
            yield f"{entries[id].where}: {id} is not named in {MACHINE}, and has no row in {UNNAMED} that says why not"
    for id, (names, _, where) in machine.unnamed.items():
        if id not in entries:
            yield f"{where}: there is no clause {id}"
        elif id in named:
            yield f"{where}: {id} is named at {named[id][0].where}: take it out"
        for name in names:
            if name not in machine.definitions:
                yield f"{where}: {MACHINE} has no {name}"
    for id in named:
        if id not in entries:
            yield f"{named[id][0].where}: there is no clause {id}"
    for id, entry in entries.items():
        if entry.kind == "theorem":
            at = set(re.findall(r"`(t_\w+)`", entry.more["at"]))
            goals = {place.name for place in machine.goals.get(id, [])}
            if at != goals:
                yield f"{entry.where}: {id} names {sorted(at) or 'no goal'} of the machine, {README} {sorted(goals)}"


def as_json(machine: Machine, id: str, entry: Entry, by: str) -> dict:
    """What an answer needs: places, or why there is none."""
    places, why = machine.places.get(id, []), ""
    if entry.kind == "theorem":
        places = machine.goals.get(id, [])
        said = re.search(r"Of the abstract machine: ([^|]*)", entry.more["at"])
        why = "" if places or not said else said[1]
    elif entry.kind == "cause":
        places = machine.causes.get(id, [])
    elif entry.kind == "clause" and not places:
        names, why, where = machine.unnamed.get(id, ([], "", ""))
        places = [_whole(machine.definitions[name], {name: []}) for name in names if name in machine.definitions]
        kept = f"not in the machine: it is kept by {by}, outside the core"
        why = f"not named there: {why} ({where})" if why else kept
    return {"places": [asdict(place) for place in places], "why": why}
