# SPDX-License-Identifier: MIT
"""What a result for a unit depends on, part by part. Two results with the same inputs are results for the same thing;
where the inputs differ, the parts say where.

The text is the one that Frama-C reads: after the preprocessor, with the annotations and macros, file by file as this
unit sees each. What cannot matter is left out: other comments, layout, the numbers of lines, the paths of this machine.
"""

import ast
import functools
import hashlib
import io
import os
import re
import shlex
import subprocess
import threading
import tokenize
from dataclasses import dataclass
from pathlib import Path

import frama
import ledger
import sametext
from ledger import Entry
from profiles import Profile
from tree import Tree
from unitrun import Settings

Inputs = dict[str, dict[str, str]]  # group -> part -> its hash, or the words themselves

HERE = Path(__file__).resolve().parent
SYSTEM = "headers of the C library"
ORDER = "order of the files"

SMOKE_TOOLS = ("frama-c", "why3", "z3", "gcc")
PROOF_TOOLS = ("frama-c", "why3", "z3", "cvc4", "gcc", "clang")


def digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:16]


@dataclass(frozen=True)
class Seen:
    """A unit after the preprocessor."""

    files: dict[str, str]  # the hash of each file as the unit sees it
    own: str  # the text of the tree's own files

    @functools.cached_property
    def words(self) -> frozenset[str]:
        return frozenset(re.findall(r"\w+", self.own))

    @functools.cached_property
    def face(self) -> str:
        """What other units see of it, and what it says of itself: all but the bodies of its functions."""
        return digest(without_bodies(self.own))


class Reader:
    """Reads each unit once."""

    def __init__(self, tree: Tree, defined: dict[str, str]) -> None:
        self._tree, self._units, self._defined = tree, tree.units(), defined
        self._seen: dict[tuple[str, str], Seen] = {}
        self._lock = threading.Lock()

    def seen(self, unit: str, profile: Profile) -> Seen:
        with self._lock:
            key = (unit, profile.name)
            if key not in self._seen:
                self._seen[key] = _see(self._tree, self._units[unit], profile)
            return self._seen[key]

    def text(self, unit: str, profile: Profile) -> dict[str, str]:
        return self.seen(unit, profile).files

    def contracts(self, unit: str, profile: Profile) -> dict[str, str]:
        """What the gate compares with the contracts that this unit sees: of the units that it names, and so on."""
        reached, left = {unit}, [unit]
        while left:
            words = self.seen(left.pop(), profile).words
            homes = {home for name, home in self._defined.items() if name in words} - reached
            reached |= homes
            left += homes
        return {other: self.seen(other, profile).face for other in sorted(reached - {unit})}


def _see(tree: Tree, unit: Path, profile: Profile) -> Seen:
    words = [*sametext.readers(profile)["Frama-C"], "-C", "-dD", *tree.include_flags(), tree.relative(unit)]
    done = subprocess.run(words, cwd=tree.root, capture_output=True, text=True)
    if done.returncode != 0:
        raise RuntimeError(f"{shlex.join(words)}\n{done.stderr}")
    pieces = [(file, plain(text)) for file, text in _pieces(done.stdout)]
    pieces = [(file, text) for file, text in pieces if text]
    files = {file: "" for file in sorted({file for file, _ in pieces})}
    for file, text in pieces:
        files[file] += text + "\n"
    hashes = {file: digest(text) for file, text in files.items()}
    hashes[ORDER] = digest("\0".join(f"{file}\0{text}" for file, text in pieces))
    return Seen(hashes, "\n".join(text for file, text in pieces if file != SYSTEM))


def _pieces(output: str) -> list[tuple[str, str]]:
    """The output of the preprocessor, cut where it goes over to another file."""
    pieces: list[tuple[str, list[str]]] = []
    file = ""
    for row in output.split("\n"):
        if match := sametext.MARKER.match(row):
            file = os.path.normpath(match[2])
            file = "" if file.startswith("<") else SYSTEM if file.startswith("/") else file
        elif file:
            if not pieces or pieces[-1][0] != file:
                pieces.append((file, []))
            pieces[-1][1].append(row)
    return [(file, "\n".join(rows)) for file, rows in pieces]


_SPELLED = re.compile(
    r"(?P<directive>^[ \t]*\#[^\n]*)|(?P<block>/\*@.*?\*/)|(?P<line>//@[^\n]*)|(?P<other>/\*.*?\*/|//[^\n]*)"
    r"|(?P<literal>\"(?:\\.|[^\"\\\n])*\"|'(?:\\.|[^'\\\n])*')|(?P<space>\s+)|(?P<rest>[^\s/\"']+|.)",
    re.S | re.M,
)


@functools.cache
def plain(text: str) -> str:
    """One spelling for one text: annotations stay, other comments go, and no layout is left but the ends of those lines
    that end something."""
    out = ["\n"]
    for match in _SPELLED.finditer(text):
        if match.lastgroup in ("other", "space"):
            if out[-1] != " " and not out[-1].endswith("\n"):
                out.append(" ")
            continue
        piece = match[0]
        if match.lastgroup in ("directive", "line"):
            piece = f"{' '.join(piece.split())}\n"
        elif match.lastgroup == "block":
            piece = " ".join(re.sub(r"//[^\n]*", " ", piece).split())
        if match.lastgroup == "directive" and not out[-1].endswith("\n"):
            out[-1:] = ["\n"] if out[-1] == " " else [out[-1], "\n"]
        out.append(piece)
    return "".join(out).strip()


_BRACED = re.compile(
    r"^\#[^\n]*|/\*@.*?\*/|//@[^\n]*|\"(?:\\.|[^\"\\])*\"|'(?:\\.|[^'\\])*'|[{}]|[^{}/\"'\#]+|.", re.S | re.M
)


def without_bodies(text: str) -> str:
    """What is left of a plain text without the bodies of its C functions; where in doubt, more is left."""
    out: list[str] = []
    depth, body, last = 0, False, ""
    for piece in _BRACED.findall(text):
        if piece == "{" and depth == 0:
            body = last == ")"
        depth += (piece == "{") - (piece == "}")
        if not body:
            out.append(piece)
        if depth == 0:
            body = False
        last = piece.rstrip()[-1:] or last
    return "".join(out)


def gate(*paths: Path) -> dict[str, str]:
    """The gate's own code."""
    return {path.name: digest(code(path.read_text())) for path in paths}


def modules(*names: str, without: frozenset[str] = frozenset()) -> list[Path]:
    """Modules of proofs/ and those that they import, and so on."""
    found: dict[str, Path] = {}
    left = list(names)
    while left:
        name = left.pop()
        path = HERE / f"{name}.py"
        if name not in found and name not in without and path.is_file():
            found[name] = path
            left += re.findall(r"^(?:from|import) (\w+)", path.read_text(), re.M)
    return [found[name] for name in sorted(found)]


_DOCUMENTED = (ast.Module, ast.ClassDef, ast.FunctionDef)


def code(source: str) -> str:
    """Python without its comments, the words that explain it, and empty lines."""
    lines = source.splitlines()
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type == tokenize.COMMENT:
            row, column = token.start
            lines[row - 1] = lines[row - 1][:column]
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, _DOCUMENTED) and ast.get_docstring(node) is not None:
            for row in range(node.body[0].lineno, (node.body[0].end_lineno or 0) + 1):
                lines[row - 1] = ""
    return "\n".join(line.rstrip() for line in lines if line.strip())


def tools(names: tuple[str, ...]) -> dict[str, str]:
    return {name: _version(name) for name in names}


@functools.cache
def _version(tool: str) -> str:
    words = [tool, "-version" if tool == "frama-c" else "--version"]
    said = subprocess.run(words, capture_output=True, text=True)
    found = re.search(r"\d+\.\d+(?:\.\d+)*", said.stdout)
    return found[0] if found else "unknown"


def of_proof(settings: Settings, reader: Reader, unit: str, profile: Profile) -> Inputs:
    """The inputs of a unit's proof, static rules included; what only the whole tree shows is not in it."""
    path = settings.tree.units()[unit]
    words = frama.prove_command(settings.tree, path, profile, Path("out"), settings.passes(unit))
    return {
        "text": reader.text(unit, profile),
        "run": {"command of the proof": command(words), "ledger of assumptions": _listed(settings.entries)},
        "gate": gate(*modules("unitrun")),
        "tools": tools(PROOF_TOOLS),
    }


def command(words: list[str]) -> str:
    return shlex.join(words)


def _listed(entries: list[Entry]) -> str:
    """What the ledger allows the text to assume."""
    return digest("\n".join(f"{e.kind} {e.scope}" for e in entries if e.kind in ledger.IN_THE_TEXT))


def changes(then: Inputs, now: Inputs, unit: str) -> list[str]:
    """What is not as it was, in words; nothing when the inputs are the same."""
    found: list[str] = []
    for group in dict.fromkeys([*now, *then]):
        was, is_ = then.get(group, {}), now.get(group, {})
        parts = [part for part in dict.fromkeys([*is_, *was]) if is_.get(part) != was.get(part)]
        if len(parts) > 1 and ORDER in parts:
            parts.remove(ORDER)
        found += [_change(group, part, was.get(part), is_.get(part), unit) for part in parts]
    return found


def _change(group: str, part: str, was: str | None, is_: str | None, unit: str) -> str:
    if group == "text":
        return f"{part} as seen by {unit}" + (" (new)" if was is None else " (gone)" if is_ is None else "")
    if group == "contracts":
        return f"contracts of {part} as {part} itself sees them"
    if group == "tools":
        return f"{part} {is_}, was {was}"
    return f"{part} of the gate" if group == "gate" else f"the {part}"
