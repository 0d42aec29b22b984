# SPDX-License-Identifier: MIT
"""A proof in shards, and stored verdicts that are of an older text: what each says of itself, and its exit code."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import plant
import receipts
from plant import FULL, Edit, Outcome, planted

PUT, BODY = "model/core/op_put.h", "model/core/op_put.c"
REPORT, RECEIPT = "build/proofs/prove.json", "build/proofs/receipt.json"
SESSION = "proofs/sessions/op_put-small.json"


def lacks(outcome: Outcome, code: int, *words: str) -> str:
    missing = [word for word in words if word not in outcome.output]
    if outcome.code == code and not missing:
        return ""
    return f"expected {code} and {missing}, found {outcome.code}:\n{outcome.output}"


def shard(tree: Path, which: str) -> Outcome:
    outcome = plant.prove(tree, (), *FULL, "--shard", which)
    (tree / REPORT).rename(tree / f"{which[0]}.json")
    return outcome


def join(tree: Path, *files: str) -> Outcome:
    words = [sys.executable, "-B", str(plant.ROOT / "proofs/join.py"), "--root", str(tree)]
    done = subprocess.run([*words, *(str(tree / file) for file in files)], capture_output=True, text=True)
    return Outcome(done.returncode, done.stdout + done.stderr, tree)


def shards_that_are_green() -> str:
    """Each is no proof of the whole; together they are one, and have a receipt."""
    with planted(()) as root:
        one, two = shard(root, "1/2"), shard(root, "2/2")
        wrong = lacks(one, 0, "PROVED IN PART, shard 1 of 2: ", "; 1 of 2 units, no proof of the whole")
        wrong = wrong or lacks(two, 0, "PROVED IN PART, shard 2 of 2: ")
        if wrong or (root / RECEIPT).exists():
            return wrong or "a shard has written a receipt"
        if wrong := lacks(join(root, "1.json"), 1, "shard 2 of 2: is missing", "RED: "):
            return wrong
        if wrong := lacks(join(root, "1.json", "2.json"), 0, "PROVED: ", "in 2 shards", "make receipt"):
            return wrong
        whole, kept = (json.loads((root / name).read_text()) for name in (REPORT, RECEIPT))
    goals = sum(len(run["goals"]) for run in whole["runs"])
    right = whole["green"] and whole["shard"] is None and kept["goals"] == {"small": goals}
    return "" if right and goals else f"the joined report does not fit its receipt: {kept}"


def shards_that_are_red() -> str:
    """A unit that is not proved makes its shard red and the whole; a tree that was edited since is another one."""
    with planted((Edit(BODY, "  return 2u;\n}", "  return 0u;\n}"),)) as root:
        codes = sorted([shard(root, "1/2").code, shard(root, "2/2").code])
        red = lacks(join(root, "1.json", "2.json"), 1, "dxgmap_op_put", "not proved", "RED: ")
        if codes != [0, 1] or red or (root / RECEIPT).exists():
            return red or f"expected one red shard and no receipt, found {codes}"
        Edit(BODY, "/* Edited. */\n").apply(root)
        return lacks(join(root, "1.json", "2.json"), 1, f"of other sources than this tree: {BODY}")


def stale() -> str:
    """A goal without a stored verdict is stale, and a text that Frama-C cannot read red, whatever else is stale."""
    with planted(()) as root:
        if wrong := lacks(plant.prove(root, ("op_put",), *FULL, "--save-session"), 0):
            return wrong
        Edit(PUT, "    ensures more: \\result <= 2;\n    ensures cause:", "    ensures cause:").apply(root)
        found = plant.prove(root, ("op_put",), *FULL, "--replay")
        if wrong := lacks(found, 3, "ensures_more: the session has no verdict", "STALE (nothing failed"):
            return wrong
        if json.loads((root / "build/proofs/replay.json").read_text())["verdict"] != "stale":
            return "the report does not say that it is stale"
        Edit(BODY, "int nothing = ;\n").apply(root)
        return lacks(plant.prove(root, ("op_put", "box"), *FULL, "--replay"), 1, "RED: ")


def regressed() -> str:
    """A session that says of this very text that a goal is not proved is red, and not stale."""
    with planted(()) as root:
        if wrong := lacks(plant.prove(root, ("op_put",), *FULL, "--save-session"), 0):
            return wrong
        content = json.loads((root / SESSION).read_text())
        del content["seal"]
        name = next(iter(content["goals"]))
        content["goals"][name][0] = ""
        (root / SESSION).write_text(json.dumps(content | {"seal": receipts.seal(content)}))
        found = plant.prove(root, ("op_put",), *FULL, "--replay")
    return lacks(found, 1, f"goal {name}: the session itself says that it is not proved", "RED: ")


def no_such_shard() -> str:
    """Nothing is run, and the exit code is 2."""
    with planted(()) as root:
        for which in ("0/2", "3/2", "x", "", "1/9", "1/2/3", "-1/2", "1 /2"):
            if wrong := lacks(plant.prove(root, (), f"--shard={which}"), 2, "prove: SHARD="):
                return f"{which}: {wrong}"
        for more in (("--unit", "box"), ("--smoke",), ("--replay",), ("--save-session",), ("--save-floor",)):
            if wrong := lacks(plant.prove(root, (), "--shard", "1/2", *more), 2, "nothing else goes with SHARD"):
                return f"{more}: {wrong}"
        return "a run was begun" if (root / REPORT).exists() else ""


SHARES: dict[str, Callable[[], str]] = {
    "shards that are green are one proof": shards_that_are_green,
    "a shard that is red": shards_that_are_red,
    "stored verdicts of an older text are stale": stale,
    "a stored verdict that is red": regressed,
    "no such shard": no_such_shard,
}
