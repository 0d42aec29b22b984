#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Proves that steps of the core are steps of the abstract machine: python3 -B proofs/refine/prove.py [PART ...]

Parts: `sources` (what is read and believed), `why3` (the theories of link.mlw), the units of this folder, `mutants`.
First the sources are read: no axiom, each symbol of the ACSL blocks bound by refine.driver to a definition of link.mlw.
Then every goal is given to the provers, cold: no verdict is stored. --receipts read believes of each part the receipt
of a run over the same texts with the same tools (proofs/receipts), and proves the rest; a part that is green writes its
receipt. The last line is `N passed, N failed, N by receipt`, where a goal is a test, and so is a mutant that must turn
one red.
"""

import argparse
import json
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent / "machine"), str(HERE.parent)]

import frama  # noqa: E402
import inputs  # noqa: E402
import prove as machine  # noqa: E402
import receipts  # noqa: E402
from tree import Tree  # noqa: E402
from wplog import Log  # noqa: E402

ROOT = HERE.parents[1]
FOLDER = "proofs/refine"
SECONDS = 10  # of the processor, for a goal
THEORIES = ("View", "Asks", "Same", "Steps")
UNITS = ("facts", "facts_switch", "asks", "asks_objects", "asks_views", "refine_pin", "refine_pages",
         "refine_unmap_pointer", "refine_close", "refine_free_adl", "refine_unmap_object", "refine_unmap_view",
         "refine_end_view", "refine_switch", "refine_power", "refine_translate", "vacuity")
GATE = ("proofs/refine/prove.py", "proofs/machine/prove.py", "proofs/frama.py", "proofs/wplog.py", "proofs/tree.py")
TOOLS = ("frama-c", "why3", "z3", "cvc4", "gcc")
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
WHY3_PROVERS = ("Z3,4.8.12,", "CVC4,1.8,")  # Z3 first: it unfolds the causes in no time
# A fault, and who has a goal that it must turn red: a function of a unit, or a lemma of a theory of link.mlw.
MUTANTS = (
    ("a release of the machine that leaves the mapping live", "spec/machine/machine.mlw",
     "live = (fun g -> g <> h /\\ s.live g) }", "live = s.live }", "facts", "dxgmap_refine_ended_lives"),
    ("a machine that calls an adapter that is not started by another cause", "spec/machine/machine.mlw",
     "if not started s x then BadAdapter                                    (* GATE-1 *)\n    else if e.irql",
     "if not started s x then BadHandle                                     (* GATE-1 *)\n    else if e.irql",
     "Same", "own_gate_same"),
    ("a machine that closes what has ADLs", "spec/machine/machine.mlw",
     "if has_adl s h then InUse", "if false then InUse", "Same", "close_same"),
    ("a machine that lets any process release a view", "spec/machine/machine.mlw",
     "predicate elsewhere (m: mapping) (e: caller) = m.user /\\ e.current <> m.process",
     "predicate elsewhere (m: mapping) (e: caller) = false", "Same", "misfit_in_numbers"),
    ("a removal of the machine that leaves the adapter there", "spec/machine/machine.mlw",
     "with removed = true }", "with removed = false }", "Steps", "remove_turns"),
    ("a machine that blocks a device before its domain is attached", "spec/machine/machine.mlw",
     "a.attached /\\ not translates s x l then Blocked", "not translates s x l then Blocked", "Same",
     "translate_same"),
    ("a relation that says nothing of the process of a view in kernel mode", "proofs/refine/refines.h",
     "(IsView(d.kind) && d.user == 0 ==> d.process == 0)", "\\true", "asks_views", "dxgmap_refine_view_agrees"),
    ("a cascade of the core that answers an unpinned area by another cause", "spec/logic/op_pin.h",
     "status == DXGMAP_NOT_PINNED :", "status == DXGMAP_PINNED :", "refine_pin", "dxgmap_refine_unpin_causes"),
    ("a contract of the core that does not say that its release ends the mapping", "model/core/operations/op_pages.h",
     "ensures released: \\result.status == DXGMAP_OK ==> Releases(\\old(*s), *s, AdapterOf(adapter), handle);",
     "ensures released: \\true;", "refine_pages", "dxgmap_refine_unmap_pages"),
    ("a cascade of the core that destroys what is open", "spec/logic/op_object.h",
     "s.opened.place[HandleIndex(h)] == 0 && LinkFree", "LinkFree", "refine_close", "dxgmap_refine_destroy_causes"),
    ("a contract of the core that frees an ADL and names another", "model/core/operations/op_adl.h",
     "ensures named: \\result.status == DXGMAP_OK ==> \\result.handle == adl;", "ensures named: \\true;",
     "refine_free_adl", "dxgmap_refine_free_adl"),
    ("a contract of the core that releases a pointer elsewhere", "model/core/operations/op_pointer.h",
     "PointerAt(\\old(*s).adapter[AdapterOf(adapter)], index, address,",
     "PointerAt(\\old(*s).adapter[0], index, address,",
     "refine_unmap_pointer", "dxgmap_refine_unmap_pointer"),
    ("a cascade of the core that releases the view of another object", "spec/logic/op_object_view.h",
     "? status == DXGMAP_NOT_OF_OBJECT :", "? status == DXGMAP_OK :", "refine_unmap_object",
     "dxgmap_refine_unmap_object_causes"),
    ("a cascade of the core that ends views in kernel mode with a process", "spec/logic/op_process.h",
     "IsCpuView(d.kind) && d.user != 0 && d.process == process;", "IsCpuView(d.kind) && d.process == process;",
     "asks_views", "dxgmap_refine_view_in"),
    ("a contract of the core whose exclusive access goes on", "model/core/operations/op_switch.h",
     "Excludes(SwitchesOf(\\old(*s), adapter), SwitchesOf(*s, adapter), 0);",
     "Excludes(SwitchesOf(\\old(*s), adapter), SwitchesOf(*s, adapter), 1);", "refine_switch",
     "dxgmap_refine_exclusive_end"),
    ("a contract of the core that gives a page for no mapping", "model/core/operations/op_translate.h",
     "AnswersFor(*s, AdapterOf(adapter), page, \\result.page, \\result.handle);", "\\true;", "refine_translate",
     "dxgmap_refine_translate"),
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
    wrong = machine.believed(folder / "link.mlw") + machine.believed(root / "spec/machine/machine.mlw")
    if set(machine.theories_of(folder / "link.mlw")) != set(THEORIES):
        wrong.append("link.mlw: a theory that prove.py does not know, or one less")
    link = (folder / "link.mlw").read_text()
    defined = set(re.findall(r"^  (?:function|predicate|type) (\w+)", link, re.M))
    bound = {}
    for line in (folder / "refine.driver").read_text().splitlines():
        if match := _BINDS.fullmatch(line):
            bound[match[1]] = match[2]
            if match[2] not in defined:
                wrong.append(f"refine.driver: {match[2]} is not defined in link.mlw")
        elif line and not line.startswith("//") and not _DRIVER.fullmatch(line):
            wrong.append(f"refine.driver: this line is none that binds: {line}")
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
    wrong += [f"{name}: declared in ACSL or bound by refine.driver, and not both" for name in unlike]
    return wrong


def why3(root: Path, config: Path, theory: str, only: str = "") -> tuple[int, list[str]]:
    """How many goals of a theory of link.mlw are proved, and which not."""
    left: list[str] | None = [only] if only else None
    proved: set[str] = set()
    for prover in WHY3_PROVERS:
        command = ["why3", "prove", "-L", str(root / "spec/machine"), str(root / FOLDER / "link.mlw"), "-T", theory,
                   "-P", prover, "-t", str(SECONDS), "-a", "split_vc"]
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


def flags_of(root: Path) -> list[str]:
    return [*Tree(root).include_flags(), f"-I{FOLDER}", frama.PLAIN]


def depends(root: Path, part: str) -> inputs.Inputs:
    """What the result of a part depends on: the texts that are read, the programs that ask, and the tools."""
    names = {"spec/machine/machine.mlw", f"{FOLDER}/link.mlw", f"{FOLDER}/refine.driver", *GATE}
    for unit in [part] if part in UNITS else UNITS if part == "mutants" else ():
        command = ["gcc", "-MM", *shlex.split(" ".join(flags_of(root))), f"{FOLDER}/{unit}.c"]
        made = subprocess.run(command, cwd=root, capture_output=True, text=True, check=True).stdout
        names |= {Path(word).as_posix() for word in made.replace("\\\n", " ").split()[1:]}
    texts = {name: inputs.digest((root / name).read_text()) for name in sorted(names)}
    return {"texts": texts, "tools": inputs.tools(TOOLS)}


def functions_of(path: Path) -> list[str]:
    return sorted(set(re.findall(r"\b(dxgmap_refine_\w+)\([^;{]*\)\s*\{", path.read_text())))


def unit(root: Path, config: Path, name: str, only: str = "") -> tuple[int, list[str]]:
    """How many goals of a unit are proved, and which not."""
    path = root / FOLDER / f"{name}.c"
    functions = [only] if only else functions_of(path)
    flags = " ".join(flags_of(root))
    command = [
        "frama-c", "-machdep=gcc_x86_64", f"-cpp-extra-args={flags}", "-no-unicode", f"{FOLDER}/{name}.c", "-wp",
        f"-wp-fct={','.join(functions)}", "-wp-rte", "-warn-unsigned-overflow", "-warn-unsigned-downcast",
        "-wp-warn-memory-model", f"-wp-driver={FOLDER}/refine.driver", "-wp-model=Typed+Ref", "-wp-cache=none",
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
        if taken != ["requires \\valid(s);"]:
            wrong.append(f"{name}: {hypotheses.function}: WP takes for granted {taken}")
    wrong += [f"{name}: {warning}" for warning in log.warnings if "unused variable" not in warning]
    return sum(goal.proved for goal in goals), wrong


def mutants(root: Path, config: Path) -> tuple[int, list[str]]:
    killed, wrong = 0, []
    for what, file, old, new, where, function in MUTANTS:
        with tempfile.TemporaryDirectory(prefix="dxgmap-refine-") as folder:
            copy = Path(folder).resolve()
            for part in ("model/core", "spec", FOLDER):
                shutil.copytree(root / part, copy / part)
            text = (copy / file).read_text()
            if text.count(old) != 1:
                wrong.append(f"{file} has this {text.count(old)} times: {old}")
                continue
            (copy / file).write_text(text.replace(old, new))
            _, red = (why3 if where in THEORIES else unit)(copy, config, where, function)
        noticed = [line for line in red if line.endswith("is not proved")]
        killed += bool(noticed)
        print(f"  {'ok  ' if noticed else 'RED '}  mutant: {what}" + (f": {noticed[0]}" if noticed else ""), flush=True)
        wrong += [] if noticed else [f"nothing notices {what}: {red[:1]}"]
    return killed, wrong


def run(root: Path, config: Path, part: str) -> tuple[int, list[str]]:
    if part == "why3":  # the other theories have definitions alone
        results = [why3(root, config, theory) for theory in ("Same", "Steps")]
        return sum(good for good, _ in results), [line for _, wrong in results for line in wrong]
    return mutants(root, config) if part == "mutants" else unit(root, config, part)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parts = ["why3", *UNITS, "mutants"]
    parser.add_argument("--root", type=Path, default=ROOT, help="the tree")
    parser.add_argument("--receipts", choices=["read", "mend", "renew"], default="renew")
    parser.add_argument("part", nargs="*", choices=[[], "sources", *parts], help="only these")
    options = parser.parse_args()
    root = options.root.resolve()
    shelf = receipts.Shelf(root, "refine", "refine")
    config = root / "build" / "refine" / "why3.conf"
    config.parent.mkdir(parents=True, exist_ok=True)
    config.write_text(CONFIGURATION)
    wrong = sources(root)
    passed, failed, held, ran = int(not wrong), len(wrong), [], 0
    print("".join(f"  RED   {line}\n" for line in wrong) or "  ok    the sources\n", end="", flush=True)
    for part in [part for part in parts if part in options.part or not options.part]:
        before, began = depends(root, part), time.monotonic()
        try:
            answer = shelf.ask(part, "all", before)
        except receipts.Wrong as error:
            raise SystemExit(f"{part}: {error}") from error
        if answer.holds and options.receipts != "renew":
            held.append(answer.verdict["passed"])
            continue
        good, wrong = run(root, config, part)
        passed, failed, ran = passed + good, failed + len(wrong), ran + 1
        took = f"{good:>4} passed, {time.monotonic() - began:.0f} s"
        print(f"  {'RED ' if wrong else 'ok  '}  {part:<21} {took}", flush=True)
        print("".join(f"        {line}\n" for line in wrong), end="", flush=True)
        if wrong:
            shelf.refute(part, "all", before)
        elif before == depends(root, part):  # nobody has edited what it read
            shelf.write(part, "all", before, {"passed": good})
    report = root / "build" / "proofs" / "refine.json"
    report.parent.mkdir(parents=True, exist_ok=True)
    report.write_text(json.dumps({"held": len(held), "run": ran, "failed": failed}) + "\n")
    print(f"{passed} passed, {failed} failed" + (f", {sum(held)} by receipt" if held else ""))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
