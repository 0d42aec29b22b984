# SPDX-License-Identifier: MIT
"""The proved text is the compiled text: the core says the same to Frama-C, gcc and clang.

Annotations are comments, so they take no part. The two atomic accesses of model/core/base/access.h are proved as plain
ones, and in a build with DXGMAP_STRICT the unordered store too; no other text may differ (A-ATOMIC). Only lines that
come from the tree's own files are compared: the system headers differ by nature, and the core uses nothing of them but
integer types and limits.
"""

import functools
import re
import subprocess
from dataclasses import dataclass, field
from pathlib import Path

from acsl import NOT_FUNCTIONS
from frama import PLAIN
from profiles import Profile
from tree import Tree

MARKER = re.compile(r'^#\s+(?:line\s+)?(\d+)\s+"([^"]*)"')
_TOKEN = re.compile(r'"(?:\\.|[^"\\])*"|\'(?:\\.|[^\'\\])*\'|\w+|[^\w\s]')
_INTEGER = re.compile(r"^(0[xX][0-9a-fA-F]+|\d+)([uUlL]*)$")
_ACCESS = "model/core/base/access.h"
Accesses = dict[tuple[str, ...], tuple[str, ...]]  # the tokens that a compiler sees: those that are proved
_ATOMIC = {
    ("__atomic_load_n", "(", "word", ",", "2", ")"): ("*", "word"),  # 2: acquire
    ("__atomic_store_n", "(", "word", ",", "value", ",", "3", ")"): ("*", "word", "=", "value"),  # 3: release
}
_STRICT = "-DDXGMAP_STRICT"
_ATOMIC_IF_STRICT = {
    ("__atomic_store_n", "(", "word", ",", "value", ",", "0", ")"): ("*", "word", "=", "value"),  # 0: relaxed
}
_DEFINITION = re.compile(r"\b([A-Za-z_]\w*)\s*\([^(){};]*(?:\([^(){};]*\)[^(){};]*)*\)\s*$")


@dataclass
class Text:
    """What is left of a unit after preprocessing: its tokens with their places, and the tree's files it is from."""

    tokens: list[tuple[str, str, int]] = field(default_factory=list)
    files: set[str] = field(default_factory=set)


def readers(profile: Profile) -> dict[str, list[str]]:
    common = ["-std=c11", "-E", *profile.macros]
    return {
        "gcc": ["gcc", *common],
        "gcc -O2": ["gcc", "-O2", "-DNDEBUG", *common],
        "clang": ["clang", *common],
        f"gcc {_STRICT}": ["gcc", _STRICT, *common],
        "Frama-C": [
            "gcc", "-E", *profile.macros, PLAIN, "-D__FRAMAC__", "-D__FC_MACHDEP_GCC_X86_64", "-nostdinc", "-m64",
            f"-I{_libc()}",
        ],  # fmt: skip
    }


@functools.cache
def _libc() -> str:
    """Frama-C's own headers; with the flags above this is how it runs the preprocessor (`-kernel-msg-key pp`)."""
    share = subprocess.run(["frama-c", "-print-share-path"], capture_output=True, text=True, check=True).stdout.strip()
    return f"{share}/libc"


def read(tree: Tree, unit: Path, command: list[str]) -> Text:
    words = [*command, *tree.include_flags(), tree.relative(unit)]
    done = subprocess.run(words, cwd=tree.root, capture_output=True, text=True)
    if done.returncode != 0:
        raise RuntimeError(f"{' '.join(words)}\n{done.stderr}")
    return _text_of(tree, done.stdout)


def _text_of(tree: Tree, output: str) -> Text:
    text = Text()
    file, line = "", 0
    for row in output.splitlines():
        if match := MARKER.match(row):
            line, file = int(match[1]), match[2]
            if _ours(tree, file):
                text.files.add(file)
            continue
        if _ours(tree, file):
            text.tokens += [(token, file, line) for token in _TOKEN.findall(row)]
        line += 1
    return text


def _ours(tree: Tree, file: str) -> bool:
    return file.endswith((".c", ".h")) and not file.startswith("/") and (tree.root / file).is_file()


def differences(tree: Tree, unit: Path, profile: Profile) -> list[str]:
    texts = {name: _plain(read(tree, unit, command), _allowed(command)) for name, command in readers(profile).items()}
    reference = texts.pop("Frama-C")
    found = []
    for other, text in texts.items():
        if place := _first_difference(reference, text):
            found.append(f"{place}: the text that Frama-C proves is not the text that {other} compiles")
    return found


def _allowed(command: list[str]) -> Accesses:
    return _ATOMIC | _ATOMIC_IF_STRICT if _STRICT in command else _ATOMIC


def _plain(text: Text, accesses: Accesses) -> list[tuple[str, str, int]]:
    """One spelling for a number: the limits of <stdint.h> stand in brackets in one header and bare in another."""
    tokens: list[tuple[str, str, int]] = []
    for token, file, line in text.tokens:
        if match := _INTEGER.match(token):
            token = str(int(match[1], 0 if not match[1].startswith("0") or match[1][1:2] in "xX" else 8))
            token += "".join(sorted(match[2].lower()))
        tokens.append((token, file, line))
        if token == ")" and len(tokens) >= 3 and tokens[-3][0] == "(" and tokens[-2][0][0].isdigit():
            tokens[-3:] = [tokens[-2]]
        if file == _ACCESS and token == ")":
            _as_plain(tokens, accesses)
    return tokens


def _as_plain(tokens: list[tuple[str, str, int]], accesses: Accesses) -> None:
    """An atomic access at the end of the tokens becomes the plain one that is proved."""
    for atomic, plain in accesses.items():
        if tuple(token for token, _, _ in tokens[-len(atomic) :]) == atomic:
            _, file, line = tokens[-1]
            tokens[-len(atomic) :] = [(token, file, line) for token in plain]


def _first_difference(a: list[tuple[str, str, int]], b: list[tuple[str, str, int]]) -> str:
    for (x, file, line), (y, _, _) in zip(a, b):
        if x != y:
            return f"{file}:{line}"
    if len(a) == len(b):
        return ""
    longer = a if len(a) > len(b) else b
    return f"{longer[min(len(a), len(b))][1]}:{longer[min(len(a), len(b))][2]}"


def defined_functions(text: Text) -> dict[str, str]:
    """Function -> file, found without Frama-C, so that nothing it does not see can be left out of the proof."""
    found: dict[str, str] = {}
    depth, start = 0, 0
    for i, (token, file, _) in enumerate(text.tokens):
        if token == "{":
            head = " ".join(t for t, _, _ in text.tokens[start:i])
            if depth == 0 and (match := _DEFINITION.search(head)):
                found[match[1]] = file
            depth += 1
        elif token == "}":
            depth -= 1
        if depth == 0 and token in ";}":
            start = i + 1
    return found


_ASSEMBLY = "assembly: Frama-C takes its operands for all that it does"
_ATTRIBUTE = "an attribute: compiler, linker and Frama-C may each make something else of it"
_GOTO = "a loop that is made of it has no variant; write a loop"
_REFUSED = {
    "goto": _GOTO, "asm": _ASSEMBLY, "__asm": _ASSEMBLY, "__asm__": _ASSEMBLY, "__attribute": _ATTRIBUTE,
    "__attribute__": _ATTRIBUTE, "_Noreturn": _ATTRIBUTE, "pragma": _ATTRIBUTE, "_Pragma": _ATTRIBUTE,
}  # fmt: skip


def refused(tree: Tree, unit: Path, profile: Profile) -> list[str]:
    """Words that the text may not have, in C or (`goto`) in ghost code. Without `goto` every loop is a `while` of the
    normal form: the jumps that are seen there are what Frama-C makes of `||` and `&&`, and none goes round."""
    text = read(tree, unit, readers(profile)["gcc"])
    found = [(f"{file}:{line}", token) for token, file, line in text.tokens if token in _REFUSED]
    for file in sorted(text.files):
        source = (tree.root / file).read_text()
        for block in _GHOST.finditer(source):
            if re.search(r"\bgoto\b", _NOTE.sub(" ", block[1])):
                found.append((f"{file}:{source.count(chr(10), 0, block.start()) + 1}", "goto"))
    return [f"{place}: `{word}`: {_REFUSED[word]}" for place, word in found]


_GHOST = re.compile(r"/\*@\s*ghost\b(.*?)\*/", re.S)
_NOTE = re.compile(r"/@.*?@/|//[^\n]*", re.S)


def ghost_functions(unit: Path) -> list[str]:
    """Functions that only the proof has: they stand in comments, which no compiler keeps. In a ghost block without a
    function around it a statement looks like one."""
    found: list[str] = []
    for block in _GHOST.findall(unit.read_text()):
        tokens = [(token, unit.name, 0) for token in _TOKEN.findall(_NOTE.sub(" ", block))]
        found += [name for name in defined_functions(Text(tokens)) if name not in NOT_FUNCTIONS]
    return found
