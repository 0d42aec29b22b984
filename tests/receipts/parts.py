# SPDX-License-Identifier: MIT
"""Tests of what a result is said to depend on."""

import ast
import json
from collections.abc import Callable
from pathlib import Path

import box
import inputs
from box import BOX_C, DEFAULT, OP_C, PROFILES
from stores import SmokeReceipts

GROUND = """#include "op_put.h"

/*@ requires valid: \\valid(s) && \\valid_read(list);
    requires apart: \\separated(s, list + (..));
    requires ok: Inv(*s);
    terminates \\true;
    exits \\false;
    assigns *s; */
uint32_t dxgmap_ground_put(dxgmap_box *s, const uint32_t *list);

uint32_t dxgmap_ground_put(dxgmap_box *s, const uint32_t *list)
{
  return dxgmap_op_put(s, list, 1u);
}
"""


def spellings(cases: list[tuple[str, str, bool]], spell: Callable[[str], str]) -> Callable[[Path], str]:
    def test(_: Path) -> str:
        wrong = [(a, b) for a, b, same in cases if (spell(a) == spell(b)) != same]
        return "; ".join(f"{a!r} and {b!r}: {spell(a)!r} and {spell(b)!r}" for a, b in wrong)

    return test


TEXTS = [
    ("a = b;\n", "a   =\n b; /* so */ // it is\n", True),
    ("/*@ requires x > 0; */", "/*@ requires\n      x > 0; */", True),
    ("/*@ requires x > 0; */", "/*@ requires x > 0; // really\n */", True),
    ("/*@ requires x > 0; */", "/*@ requires x > 1; */", False),
    ("/*@ requires x > 0; */", "/* requires x > 0; */", False),
    ("/*@ requires x; // and\n ensures y; */", "/*@ requires x; // and ensures y; */", False),
    ("//@ assert a;\nb;", "//@ assert a; b;", False),
    ("#define A 1\nB", "#define A 1 B", False),
    ('s = "a  b";', 's = "a b";', False),
    ('s = "/* a */";', 's = "";', False),
    ("a - -b", "a --b", False),
    ("ab", "a b", False),
]

FACES = [
    ("int f(int x) { return x; }", "int f(int x) { return -x; }", True),
    ("int f(int x) { if (x) { return x; } return 0; }", "int f(int x) { }", True),
    ("int f(int x) { /*@ assert x == '}'; */ return '}'; } int g;", "int f(int x) { } int g;", True),
    ("int f(int x) { } int g;", "int f(int x) { } int h;", False),
    ("struct s { int a; };", "struct s { int b; };", False),
    ("int a[] = { 1 };", "int a[] = { 2 };", False),
    ("/*@ ensures a; */ int f(int x) { }", "/*@ ensures b; */ int f(int x) { }", False),
    ("/*@ ghost void f(int x) { a(); } */", "/*@ ghost void f(int x) { b(); } */", False),
]

CODES = [
    ('"""Words."""\n\n\ndef f():\n    """More."""\n    return 1  # one\n', "def f():\n    return 1\n", True),
    ("x = '#1'\n", "x = '#2'\n", False),
    ("x = '''a'''\n", "x = '''b'''\n", False),
    ("def f():\n    return 1\n", "def f():\n    return 2\n", False),
]


def ground_call(tree: Path) -> str:
    """It depends on the contracts that other units prove, and not on how they prove them."""
    (tree / "proofs/ground").mkdir()
    (tree / "proofs/ground/ground_put.c").write_text(GROUND)

    def changed(file: str, old: str, new: str) -> list[str]:
        before = SmokeReceipts(box.settings(tree)).before("ground_put", DEFAULT)
        box.edit(tree, file, old, new)
        after = SmokeReceipts(box.settings(tree)).before("ground_put", DEFAULT)
        box.edit(tree, file, new, old)
        return inputs.changes(before, after, "ground_put")

    body = changed(OP_C, "return 2u;", "return 3u;")
    fact = changed(BOX_C, "  uint32_t i = 0;", "  uint32_t i = 0;\n  /*@ assert i == 0; */")
    own = changed(OP_C, "uint32_t dxgmap_op_put(", "/*@ ensures odd: \\result != 7; */\nuint32_t dxgmap_op_put(")
    if body or fact or own != ["contracts of op_put as op_put itself sees them"]:
        return f"{body} {fact} {own}"
    found = SmokeReceipts(box.settings(tree)).before("ground_put", DEFAULT)
    missing = {"rules.py", "unitrun.py", "across.py", "smoke.py"} - found["gate"].keys()
    return f"not in its inputs: {missing}" if missing or "command of the proof" not in found["run"] else ""


def profiles_differ(tree: Path) -> str:
    store = SmokeReceipts(box.settings(tree))
    found = [store.before("box", profile) for profile in PROFILES.values()]
    return "" if all(found.count(one) == 1 for one in found) else "two profiles have the same inputs"


def order(tree: Path) -> str:
    """The same files in another order are another text."""
    for name in ("one", "two"):
        (tree / f"model/core/{name}.h").write_text(f"extern int dxgmap_{name};\n")
    box.edit(tree, OP_C, '#include "op_put.h"\n', '#include "op_put.h"\n#include "one.h"\n#include "two.h"\n')
    before = SmokeReceipts(box.settings(tree)).before("op_put", DEFAULT)
    box.edit(tree, OP_C, '#include "one.h"\n#include "two.h"\n', '#include "two.h"\n#include "one.h"\n')
    found = inputs.changes(before, SmokeReceipts(box.settings(tree)).before("op_put", DEFAULT), "op_put")
    return "" if found == ["order of the files as seen by op_put"] else f"{found}"


def no_place(tree: Path) -> str:
    """No path of a machine stands in a receipt or a session."""
    texts = [path.read_text() for path in (tree / "proofs").rglob("*.json")]
    places = (str(tree.parent), str(box.ROOT), f"{Path.home()}/", "/usr", "/tmp")
    found = [word for word in places for text in texts if word in text]
    return f"{found}" if found or len(texts) != 10 else ""


def imports(_: Path) -> str:
    """What the gate's code imports is part of it: no module of proofs/ in use is left out of the inputs of a proof."""
    names = {path.stem for path in inputs.modules("unitrun")}
    for name in names:
        for node in ast.walk(ast.parse((inputs.HERE / f"{name}.py").read_text())):
            if not isinstance(node, (ast.Import, ast.ImportFrom)):
                continue
            used = {node.module} if isinstance(node, ast.ImportFrom) else {alias.name for alias in node.names}
            left = {module for module in used - names if (inputs.HERE / f"{module}.py").is_file()}
            if left:
                return f"{name} imports {left}"
    return ""


TESTS: dict[str, Callable[[Path], str]] = {
    "what is the same text": spellings(TEXTS, inputs.plain),
    "what is the same to other units": spellings(FACES, inputs.without_bodies),
    "what is the same code": spellings(CODES, inputs.code),
    "the inputs of a ground call": ground_call,
    "the profiles differ": profiles_differ,
    "the order of the files": order,
    "no path of this machine": no_place,
    "the modules of the gate": imports,
}
