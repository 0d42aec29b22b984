#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Proves that steps of the core are steps of the abstract machine: python3 -B proofs/refine/prove.py [PART ...]

Parts: `sources` (what is read and believed), `why3` (the theories of link.mlw), the units of this folder, `mutants`.
First the sources are read: no axiom, each symbol of the ACSL blocks bound by refine.driver to a definition of link.mlw.
Then every goal is given to the provers, cold. The last line is `N passed, N failed`, where a goal is a test, and so is
a mutant that must turn one red.
"""

import argparse
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent / "machine"), str(HERE.parent)]

import frama  # noqa: E402
import prove as machine  # noqa: E402
from tree import Tree  # noqa: E402
from wplog import Log  # noqa: E402

ROOT = HERE.parents[1]
FOLDER = "proofs/refine"
SECONDS = 10  # of the processor, for a goal
LINKS = {"link.mlw": ("View", "Asks", "Same", "Steps"), "link_made.mlw": ("Made", "MadeSame", "MadeSteps"),
         "link_start.mlw": ("Started", "Begun", "StartedSame", "StartedSteps")}
PROVED = {"link.mlw": ("Same", "Steps"), "link_made.mlw": ("MadeSame", "MadeSteps"),
          "link_start.mlw": ("Begun", "StartedSame", "StartedSteps")}  # the others only define
DRIVERS = ("refine.driver", "made.driver", "start.driver")
UNITS = ("facts", "asks", "refine_pin", "refine_pages", "vacuity", "acquires", "room", "listed", "made",
         "refine_map_pages", "refine_map_pin", "made_objects", "refine_create", "window",
         "refine_map_pointer", "refine_open", "refine_map_object", "refine_adl", "stops",
         "refine_stop", "starts", "refine_start", "vacuity_made")
TAKEN = {f"requires \\{what};" for what in ("valid(s)", "valid(r)", "valid(d)", "separated(s, pages + (..))",
                                           "separated(s, r)", "separated(s, d)")}  # as the contracts of the core ask
# CVC4 first: it takes what Z3 loses itself in. No limit of their own: Why3's is one of the processor.
CONFIGURATION = """[main]
magic = 14
memlimit = 3000

[prover]
name = "Z3"
version = "4.8.12"
shortcut = "z3"
driver = "z3_471"
command = "z3 -smt2 sat.random_seed=42 nlsat.randomize=false smt.random_seed=42 smt.qi.eager_threshold=3 -st %f"

[prover]
name = "CVC4"
version = "1.8"
shortcut = "cvc4"
driver = "cvc4_17"
command = "cvc4 --stats --lang=smt2 %f"
"""
WHY3_PROVERS = ("CVC4,1.8,", "Z3,4.8.12,")
# A fault, and the function with a goal that it must turn red.
MUTANTS = (
    ("a release of the machine that leaves the mapping live", "spec/machine/machine.mlw",
     "live = (fun g -> g <> h /\\ s.live g) }", "live = s.live }", "facts", "dxgmap_refine_ended_lives"),
    ("a machine that calls an adapter that is not started by another cause", "spec/machine/machine.mlw",
     "if not started s x then BadAdapter                                    (* GATE-1 *)\n    else if e.irql",
     "if not started s x then BadHandle                                     (* GATE-1 *)\n    else if e.irql",
     "why3", "Same"),
    ("a cascade of the core that answers an unpinned area by another cause", "spec/logic/op_pin.h",
     "status == DXGMAP_NOT_PINNED :", "status == DXGMAP_PINNED :", "refine_pin", "dxgmap_refine_unpin_causes"),
    ("a contract of the core that does not say that its release ends the mapping", "model/core/operations/op_pages.h",
     "ensures released: \\result.status == DXGMAP_OK ==> Releases(\\old(*s), *s, AdapterOf(adapter), handle);",
     "ensures released: \\true;", "refine_pages", "dxgmap_refine_unmap_pages"),
    ("an acquisition of the machine that may give its identity again", "spec/machine/machine.mlw",
     "given = (fun g -> g = h \\/ s.given g)", "given = s.given", "acquires", "dxgmap_refine_took_given"),
    ("a machine that gives logical page 0 out", "spec/machine/machine.mlw",
     "1 <= b /\\ b + n <= (s.adapter x).limit", "0 <= b /\\ b + n <= (s.adapter x).limit", "why3", "MadeSame"),
    ("a cascade of the core that answers by another cause when no handle is left", "spec/logic/adapter.h",
     "!SlotRoom(a.slots) ? status == DXGMAP_NO_SLOT : // PIN-18",
     "!SlotRoom(a.slots) ? status == DXGMAP_NO_RANGE : // PIN-18", "made", "dxgmap_refine_pages_room"),
    ("a contract of the core that does not say which pages were captured", "model/core/operations/op_pages.h",
     "ensures captured: \\result.status == DXGMAP_OK ==> Holds(*s, \\result.handle, pages, count);",
     "ensures captured: \\true;", "listed", "dxgmap_refine_listed_pages"),
)  # fmt: skip

_AXIOMATIC = re.compile(r"axiomatic \w+ \{(.*?)\n  \}", re.S)
_DECLARES = re.compile(r"type \w+|(?:logic \w+|predicate) \w+(?:\([\w, ]*\))?")
_BINDS = re.compile(r'(?:logic \w+|predicate|type) "(\w+)"(?:\([\w, ]*\))? = "(\w+)";')
_DRIVER = re.compile(r'library \w+:( \w+)?|why3\.file \+= "[\w./]+:\w+";')
_ASSUMES = re.compile(r"\b(axiom|lemma|admit|assume|inductive|__FRAMAC__)\b")


def plain(text: str) -> str:
    return re.sub(r"//[^\n]*", "", text)


def sources(root: Path) -> list[str]:
    """What would be believed unproved."""
    folder = root / FOLDER
    wrong = machine.believed(root / "spec/machine/machine.mlw")
    for link, theories in LINKS.items():
        wrong += machine.believed(folder / link)
        if set(machine.theories_of(folder / link)) != set(theories):
            wrong.append(f"{link}: a theory that prove.py does not know, or one less")
    texts = "".join((folder / link).read_text() for link in LINKS)
    defined = set(re.findall(r"^  (?:function|predicate|type) (\w+)", texts, re.M))
    bound = {}
    for driver, line in ((name, line) for name in DRIVERS for line in (folder / name).read_text().splitlines()):
        if match := _BINDS.fullmatch(line):
            bound[match[1]] = match[2]
            if match[2] not in defined:
                wrong.append(f"{driver}: {match[2]} is not defined in {' or '.join(LINKS)}")
        elif line and not line.startswith("//") and not _DRIVER.fullmatch(line):
            wrong.append(f"{driver}: this line is none that binds: {line}")
    wrong += [f"{path.name}: a driver that prove.py does not know" for path in folder.glob("*.driver")
              if path.name not in DRIVERS]
    declared = set()
    for path in sorted([*folder.glob("*.h"), *folder.glob("*.c")]):
        text = plain(path.read_text())
        wrong += [f"{path.name}: {word} assumes" for word in sorted(set(_ASSUMES.findall(text)))]
        if text.count("axiomatic") != len(_AXIOMATIC.findall(text)):
            wrong.append(f"{path.name}: an axiomatic block that cannot be read")
        for block in _AXIOMATIC.findall(text):
            for sentence in filter(None, (" ".join(s.split()) for s in block.split(";"))):
                if not _DECLARES.fullmatch(sentence):
                    wrong.append(f"{path.name}: more than a declaration: {sentence}")
                declared.add(re.sub(r"\(.*", "", sentence).split()[-1])
    unlike = sorted(declared ^ set(bound))
    wrong += [f"{name}: declared in ACSL or bound by a driver, and not both" for name in unlike]
    return wrong


def why3(root: Path, config: Path, theory: str) -> tuple[int, list[str]]:
    """How many goals of a theory are proved, and which not."""
    link = next(name for name, theories in LINKS.items() if theory in theories)
    left: list[str] | None = None
    proved: set[str] = set()
    for prover in WHY3_PROVERS:
        command = ["why3", "prove", "-L", str(root / "spec/machine"), "-L", str(root / FOLDER),
                   str(root / FOLDER / link), "-T", theory, "-P", prover, "-t", str(SECONDS), "-a", "split_vc"]
        command += [word for goal in left or [] for word in ("-G", goal)]
        said = subprocess.run(command, capture_output=True, text=True, env=frama.environment(Tree(root), config))
        output = re.sub(r"\n+", "\n", said.stdout + said.stderr)
        results = machine.RESULT.findall(output)
        if not results and "rror" in output:
            return 0, [f"{theory}: why3 says {output.strip()[-300:]}"]
        left = sorted({goal for goal, verdict in results if verdict.strip() != "Valid"})
        proved |= {goal for goal, _ in results} - set(left)
        if not left:
            break
    return len(proved), [f"{theory}: {goal} is not proved" for goal in left or []]


def functions_of(path: Path) -> list[str]:
    return sorted(set(re.findall(r"\b(dxgmap_refine_\w+)\([^;{]*\)\s*\{", path.read_text())))


def unit(root: Path, config: Path, name: str, only: str = "") -> tuple[int, list[str]]:
    """How many goals of a unit are proved, and which not."""
    path = root / FOLDER / f"{name}.c"
    functions = [only] if only else functions_of(path)
    flags = " ".join([*Tree(root).include_flags(), f"-I{FOLDER}", frama.PLAIN])
    drivers = ",".join(f"{FOLDER}/{driver}" for driver in DRIVERS)
    command = [
        "frama-c", "-machdep=gcc_x86_64", f"-cpp-extra-args={flags}", "-no-unicode", f"{FOLDER}/{name}.c", "-wp",
        f"-wp-fct={','.join(functions)}", "-wp-rte", "-warn-unsigned-overflow", "-warn-unsigned-downcast",
        "-wp-warn-memory-model", f"-wp-driver={drivers}", "-wp-model=Typed+Ref", "-wp-cache=none",
        "-wp-prover=cvc4,z3", f"-wp-timeout={SECONDS}", "-wp-par=2",
    ]  # fmt: skip
    env = frama.environment(Tree(root), config) | {"PWD": str(root)}
    done = subprocess.run(command, cwd=root, env=env, capture_output=True, text=True)
    log = Log()
    for line in (done.stdout + done.stderr).splitlines():
        log.feed(line)
    log.close()
    goals = list(log.goals.values())
    if done.returncode != 0 or not goals:
        return 0, [f"{name}: frama-c ended with {done.returncode}: {(done.stdout + done.stderr)[-600:]}"]
    wrong = [f"{name}: {goal.name} is not proved" for goal in goals if not goal.proved]
    for hypotheses in log.hypotheses:
        taken = re.findall(r"requires [^;]*;", " ".join(hypotheses.text.split()))
        if not {"requires \\valid(s);"} <= set(taken) <= TAKEN:
            wrong.append(f"{name}: {hypotheses.function}: WP takes for granted {taken}")
    wrong += [f"{name}: {warning}" for warning in log.warnings if "unused variable" not in warning]
    return sum(goal.proved for goal in goals), wrong


def mutants(config: Path) -> tuple[int, list[str]]:
    killed, wrong = 0, []
    for what, file, old, new, where, function in MUTANTS:
        with tempfile.TemporaryDirectory(prefix="dxgmap-refine-") as folder:
            copy = Path(folder).resolve()
            for part in ("model/core", "spec", FOLDER):
                shutil.copytree(ROOT / part, copy / part)
            text = (copy / file).read_text()
            if text.count(old) != 1:
                wrong.append(f"{file} has this {text.count(old)} times: {old}")
                continue
            (copy / file).write_text(text.replace(old, new))
            _, red = why3(copy, config, function) if where == "why3" else unit(copy, config, where, function)
        noticed = [line for line in red if line.endswith("is not proved")]
        killed += bool(noticed)
        print(f"  {'ok  ' if noticed else 'RED '}  mutant: {what}" + (f": {noticed[0]}" if noticed else ""), flush=True)
        wrong += [] if noticed else [f"nothing notices {what}: {red[:1]}"]
    return killed, wrong


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parts = ["sources", "why3", *UNITS, "mutants"]
    parser.add_argument("part", nargs="*", choices=[[], *parts], help="only these")
    chosen = parser.parse_args().part or parts
    config = ROOT / "build" / "refine" / "why3.conf"
    config.parent.mkdir(parents=True, exist_ok=True)
    config.write_text(CONFIGURATION)
    passed = failed = 0

    def tell(name: str, good: int, wrong: list[str]) -> None:
        nonlocal passed, failed
        passed, failed = passed + good, failed + len(wrong)
        print(f"  {'RED ' if wrong else 'ok  '}  {name:<14} {good:>4} passed", flush=True)
        print("".join(f"        {line}\n" for line in wrong), end="", flush=True)

    for part in parts:
        if part not in chosen:
            continue
        if part == "sources":
            wrong = sources(ROOT)
            tell(part, not wrong, wrong)
        elif part == "why3":
            for theory in (name for names in PROVED.values() for name in names):
                tell(theory, *why3(ROOT, config, theory))
        elif part == "mutants":
            tell(part, *mutants(config))
        else:
            tell(part, *unit(ROOT, config, part))
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
