# SPDX-License-Identifier: MIT
"""One main of proofs/face through Eva: its alarms and checks, and how much of it was reached."""

import csv
import json
import re
import subprocess
import tempfile
from pathlib import Path

import statuses

FOLDER = Path("proofs/face")
INCLUDES = ("-include", f"{FOLDER}/before.h", "-I.", f"-I{FOLDER}", "-Imodel", "-Imodel/core", "-Ispec",
            "-Imodel/ddi/include")  # fmt: skip
GOOD = ("Valid", "Considered valid")
OWN = re.compile(r"main_\w+\.c|check_\w+\.h|inputs\.h")
_LOST = re.compile(r"neither code nor specification for function (\w+)", re.I)
_TOLD = re.compile(r"^/\* Eva: (.*) \*/$", re.M)
_REACHED = re.compile(r"(\d+) statements reached \(out of (\d+)\)")
Row = tuple[str, str, str]  # function, kind, property


def mains(root: Path) -> list[str]:
    return sorted(path.stem for path in (root / FOLDER).glob("main_*.c"))


def files(root: Path, name: str) -> list[Path]:
    """All of the tree that the preprocessor reads for it, and the lists beside it."""
    words = ["gcc", "-MM", "-MG", "-std=c11", *INCLUDES, f"{FOLDER}/{name}.c"]
    done = subprocess.run(words, cwd=root, capture_output=True, text=True)
    if done.returncode != 0:
        raise RuntimeError(done.stderr)
    named = [word for word in done.stdout.replace("\\\n", " ").split()[1:] if (root / word).is_file()]
    return [root / word for word in named] + [root / "spec" / "status.md"]


def analysed(root: Path) -> dict[str, list[str]]:
    """Which files of the library each main analyses: those that it includes as they are."""
    found = {}
    for name in mains(root):
        text = (root / FOLDER / f"{name}.c").read_text()
        if '"world_all.h"' in text:
            text += (root / FOLDER / "world_all.h").read_text()
        found[name] = sorted(set(re.findall(r'#include "(model/[^"]+\.c)"', text)))
    return found


def told(root: Path, name: str) -> list[str]:
    """Options that a main has of its own: words of a comment at the beginning of a line."""
    return [word for line in _TOLD.findall((root / FOLDER / f"{name}.c").read_text()) for word in line.split()]


def command(root: Path, name: str, made: Path, report: Path) -> list[str]:
    words = " ".join([*INCLUDES, f"-I{made}"])
    return [
        "frama-c", "-machdep=gcc_x86_64", "-c11", f"-cpp-command=python3 -B {FOLDER}/plain.py %i %o %args",
        f"-cpp-extra-args={words}", "-no-unicode", "-kernel-warn-key", "typing=inactive", f"{FOLDER}/{name}.c",
        "-eva", "-eva-slevel", "20000", "-eva-split-return", "full", "-eva-no-alloc-returns-null",
        "-eva-msg-key=-initial-state,-final-states", *told(root, name),
        "-then", f"-report-csv={report}",
    ]  # fmt: skip


def run(root: Path, name: str) -> tuple[list[str], dict]:
    """What is wrong, and what was found."""
    with tempfile.TemporaryDirectory(prefix="dxgmap-eva-") as folder:
        made = Path(folder)
        (made / "status_rows.h").write_text(statuses.rows(root))
        report = made / "properties.csv"
        done = subprocess.run(command(root, name, made, report), cwd=root, capture_output=True, text=True)
        said = done.stdout + done.stderr
        if done.returncode != 0 or not report.is_file():
            return [f"frama-c ended with {done.returncode}: {said[-600:]}"], {}
        properties = list(csv.DictReader(report.open(), delimiter="\t", quoting=csv.QUOTE_NONE))
    wrong = [f"{lost} has neither a body nor a contract here" for lost in sorted(set(_LOST.findall(said)))]
    found, reached = _judge(root, name, properties), _REACHED.search(said)
    if reached is None:
        return [*wrong, "Eva says nothing of what it reached"], {}
    checks = sum(_own(row) and row["status"] in GOOD for row in properties)
    alarms = sum(row["main"] == name for row in listed(root))
    return wrong + found, {"checks": checks, "listed alarms": alarms, "statements reached, %": _share(reached)}


def _share(reached: re.Match[str]) -> int:
    return 100 * int(reached[1]) // int(reached[2])


def listed(root: Path) -> list[dict[str, str]]:
    return json.loads((root / FOLDER / "alarms.json").read_text())


def _own(row: dict[str, str]) -> bool:
    return OWN.fullmatch(row["file"]) is not None and row["property kind"] == "user check"


def _judge(root: Path, name: str, properties: list[dict[str, str]]) -> list[str]:
    seen: dict[Row, str] = {}
    wrong = []
    for row in properties:
        dead = row["status"] not in GOOD and ("dead" in row["status"].lower() or "unreach" in row["status"].lower())
        place = f"{row['directory']}/{row['file']}:{row['line']}".removeprefix("./")
        if dead and _own(row):
            wrong.append(f"{place}: a check that is never reached: {row['property']}")
        if row["status"] in GOOD or dead or row["function"] in ("", "UNKNOWN") or "libc" in row["directory"]:
            continue
        seen[row["function"], row["property kind"], " ".join(row["property"].split())] = f"{place}: {row['status']}"
    known = {(row["function"], row["kind"], row["property"]) for row in listed(root) if row["main"] == name}
    wrong += [f"{seen[row]}: {row[0]}: {row[1]}: {row[2]}" for row in sorted(set(seen) - known)]
    return wrong + [f"listed in alarms.json, and not found: {row[0]}: {row[2]}" for row in sorted(known - set(seen))]
