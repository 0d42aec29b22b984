# SPDX-License-Identifier: MIT
"""Which parts of the state each step of the core writes and reads, by Eva, against the tables of README.md."""

import json
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

FOLDER = Path("proofs/footprint")
PLACE, PLACES = 3, 9  # the adapter that is named, and how many places there are; the last is the machine's
INCLUDES = (f"-DFOOTPRINT_PLACE={PLACE}", "-DDXGMAP_PROFILE_SMALL", "-I.", "-Imodel/core", "-Ispec", f"-I{FOLDER}")
DRIVER = FOLDER / "driver.c"
STRAIGHT = ("state/state.c", "operations/op_*.c")
_HEADING = re.compile(r"^/\* (.+)\. \*/$|^(?:PLAIN|EACH|MAIN)\((\w+),", re.M)
_FUNCTION = re.compile(r"^\w[\w ]* (dxgmap_[a-z_]+)\([^;{]*\)\n\{\n(.*?)^\}", re.M | re.S)
_LOOP = re.compile(r"\b(for|while) \(")
_DECLARED = re.compile(r"^\w+ dxgmap_(\w+)\([^;]*\bdxgmap_(?:state|adapter) \*", re.M)
_CONTRACT = re.compile(r"assigns \*a;[^@]*?\*/\n\w+ (dxgmap_adapter_\w+)\(", re.S)
_TAKEN = re.compile(r"assigns \*a \\from[^@]*?\*/\n\w+ (dxgmap_adapter_\w+)\(", re.S)
_SECTION = re.compile(r"^\[inout\] (Out|InOut) \(internal\) for function step_(\w+):\n((?:  .*\n)+)", re.M)
_TOKEN = re.compile(r"\.\[bits[^\]]*\]|\[bits[^\]]*\]|\[[^\]]*\]|\.?\w+|[{};]|\\\w+")
Zones = dict[str, tuple[set[str], set[str]]]  # step -> what it writes, what it reads


def groups(root: Path) -> dict[str, list[str]]:
    """The steps of the driver, by its headings."""
    found: dict[str, list[str]] = {}
    for heading, step in _HEADING.findall((root / DRIVER).read_text()):
        if heading:
            found[heading] = []
        elif found:
            found[next(reversed(found))].append(step)
    return {heading: steps for heading, steps in found.items() if steps}


def files(root: Path) -> list[Path]:
    done = subprocess.run(["gcc", "-MM", "-MG", "-std=c11", *INCLUDES, str(DRIVER)], cwd=root, capture_output=True,
                          text=True, check=True)  # fmt: skip
    return [root / word for word in done.stdout.replace("\\\n", " ").split()[1:] if (root / word).is_file()]


def listed(root: Path, heading: str) -> list[str]:
    """The rows that README.md has under a heading."""
    text = (root / FOLDER / "README.md").read_text().partition(f"\n### {heading}\n")[2]
    return [line for line in text.partition("\n#")[0].splitlines() if line.startswith("| `")]


def row(step: str, zones: tuple[set[str], set[str]]) -> str:
    writes, reads = (", ".join(sorted(zone, key=_order)) or "nothing" for zone in zones)
    return f"| `{step}` | {writes} | {reads} |"


def _order(name: str) -> tuple[int, str]:
    return ("own second machine others opened commit".split().index(name.split(".")[0]), name)


def run(root: Path, heading: str, steps: tuple[str, ...] = ()) -> tuple[list[str], dict[str, int]]:
    """What is wrong, and how many rows there are."""
    asked = list(steps) or groups(root)[heading]
    zones, wrong = analyse(root, asked)
    if wrong:
        return wrong, {}
    known = {line.split("`")[1]: line for line in listed(root, heading)}
    rows = {step: row(step, zones[step]) for step in asked}
    wrong = [f"README.md has  {known.get(step, 'no row')}\n        found       {said}" for step, said in rows.items()
             if known.get(step) != said]  # fmt: skip
    if not steps:
        wrong += [f"README.md has a row of no step: {step}" for step in known if step not in rows]
        wrong += _unasked(root)
    return wrong, {"steps": len(rows)}


def _unasked(root: Path) -> list[str]:
    core = root / "model/core"
    headers = [*sorted((core / "operations").glob("*.h")), core / "state/state.h", core / "state/adapter.h"]
    plain = [re.sub(r"/\*.*?\*/", "", path.read_text(), flags=re.S) for path in headers]
    asked = {step for steps in groups(root).values() for step in steps}
    missing = [name for text in plain for name in _DECLARED.findall(text) if name not in asked]
    taken = _TAKEN.findall((root / FOLDER / "contracts.h").read_text())
    proved = _CONTRACT.findall((core / "state/adapter.h").read_text())
    wrong = [f"driver.c does not call dxgmap_{name}" for name in missing]
    return wrong + [f"adapter.h does not say `assigns *a` of {name}" for name in taken if name not in proved]


def analyse(root: Path, steps: list[str]) -> tuple[Zones, list[str]]:
    done = subprocess.run(command(root, steps), cwd=root, capture_output=True, text=True)
    said = done.stdout + done.stderr
    found: dict[str, dict[str, str]] = {}
    for kind, step, text in _SECTION.findall(said):
        found.setdefault(step, {})[kind] = text
    missing = [step for step in steps if len(found.get(step, {})) != 2]
    if done.returncode != 0 or missing:
        return {}, [f"frama-c ended with {done.returncode}, without {', '.join(missing)}: {said[-600:]}"]
    wrong = [f"{step} never ends" for step in steps if f"Frama_C_show_each_ended_{step}:" not in said]
    return {step: (places(found[step]["Out"]), places(_inputs(found[step]["InOut"]))) for step in steps}, wrong


def _inputs(text: str) -> str:
    return text.partition("Operational inputs:\n")[2].partition("Operational inputs on termination:")[0]


def command(root: Path, steps: list[str]) -> list[str]:
    core = root / "model/core"
    # Eva follows each path through a step, but not each round of a loop.
    followed = sorted(name for pattern in STRAIGHT for path in core.glob(pattern)
                      for name, body in _FUNCTION.findall(path.read_text()) if not _LOOP.search(body))  # fmt: skip
    words = [
        "frama-c", "-machdep=gcc_x86_64", "-c11", f"-cpp-command=python3 -B {FOLDER}/annotations.py %i %o %args",
        f"-cpp-extra-args={' '.join(INCLUDES)}", "-no-unicode", "-kernel-warn-key", "typing=inactive", str(DRIVER),
        "-eva-slevel", "0", "-eva-slevel-function", ",".join(f"{name}:400" for name in followed),
        "-eva-split-return", "full", "-eva-msg-key=-initial-state,-final-states",
    ]  # fmt: skip
    taken = _TAKEN.findall((root / FOLDER / "contracts.h").read_text())
    by_body = [step for step in steps if f"dxgmap_{step}" in taken]
    for i, step in enumerate(by_body + [step for step in steps if step not in by_body]):
        words += ["-then", "-main", f"main_{step}", "-eva", "-out", "-inout"]
        if i == len(by_body):
            words += ["-eva-use-spec", ",".join(taken)]
    return words


def places(text: str) -> set[str]:
    """Of zones as Inout prints them, the parts of the state."""
    tokens = _TOKEN.findall(text)
    found: set[str] = set()
    while tokens:
        name = tokens.pop(0)
        for path in _paths(tokens):
            if name == "state":
                found |= set(_named(path))
        if tokens:
            tokens.pop(0)  # the semicolon
    return {name for name in found if name.partition(".")[0] not in found or "." not in name}


def _paths(tokens: list[str]) -> Iterator[tuple[str, ...]]:
    if not tokens or tokens[0] in ";}":
        yield ()
    elif tokens[0] != "{":
        step = tokens.pop(0)
        for path in list(_paths(tokens)):
            yield (step, *path)
    else:
        while tokens.pop(0) != "}":  # { or ;
            yield from list(_paths(tokens))


def _named(path: tuple[str, ...]) -> Iterator[str]:
    if not path or "bits" in path[0]:
        yield from ("own", "second", "machine", "others", "opened", "commit")
    elif path[0] != ".adapter":
        yield path[0][1:]
    else:
        known = len(path) > 1 and "bits" not in path[1]
        first, _, last = path[1].strip("[]").partition("..") if known else ("0", "", str(PLACES - 1))
        whole = len(path) < 3 or "bits" in path[2]
        for k in range(int(first), int(last or first) + 1):
            yield _whose(k) if whole else f"{_whose(k)}{path[2]}"


def _whose(k: int) -> str:
    return {PLACE: "own", PLACE + 1: "second", PLACES - 1: "machine"}.get(k, "others")


def mutants(root: Path) -> list[dict[str, str]]:
    return json.loads((root / FOLDER / "mutants.json").read_text())
