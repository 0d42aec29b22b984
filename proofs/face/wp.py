# SPDX-License-Identifier: MIT
"""Files of the face that WP proves, as they are compiled."""

import re
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

import frama
from tree import Tree
from wplog import Log

GOAL_SECONDS = 60  # of the clock; they take half a second, on a machine that does nothing else
INCLUDES = ("-Imodel", "-Imodel/core", "-Ispec", "-Imodel/ddi/include")


@dataclass(frozen=True)
class Unit:
    name: str
    file: str
    functions: tuple[str, ...]  # those of which it is
    wraps: bool = False  # it means unsigned numbers to wrap


UNITS = (
    Unit("wp_pages", "model/ddi/call/pages.c",
         ("dxgmap_ddi_pages_follow", "dxgmap_ddi_pages_copy", "dxgmap_ddi_pages_swap", "dxgmap_ddi_pages_shuffle",
          "dxgmap_ddi_pages_double", "dxgmap_ddi_pages_part", "dxgmap_ddi_pages_scatter", "dxgmap_ddi_pages_order",
          "dxgmap_ddi_pages_from")),
    Unit("wp_choice", "model/ddi/machine/choice.c", ("dxgmap_ddi_share_of", "dxgmap_ddi_choose_from"), wraps=True),
)  # fmt: skip
# What WP takes for granted of pointers, and the contract asks for.
HYPOTHESES = {
    "dxgmap_ddi_pages_shuffle": r"requires \valid(choices); requires \separated(choices, page + (..));",
    "dxgmap_ddi_pages_scatter": r"requires \valid(choices); requires \separated(choices, page + (..));",
    "dxgmap_ddi_choose_from": r"requires \valid(choices);",
}
_ASSUMED = re.compile(r"\b(admit|axiom\w*|assume|__FRAMAC__)\b")
_REQUIRED = re.compile(r"requires[^;]*;")


_NO_CONTRACT = re.compile(r"annot:missing-spec.* for function (\w+)")


def _of_a_stranger(warning: str, text: str) -> bool:
    """About a function of some header that the file does not name."""
    named = _NO_CONTRACT.search(warning)
    return named is not None and named[1] not in re.findall(r"\w+", text)


def files(root: Path, unit: Unit) -> list[Path]:
    done = subprocess.run(["gcc", "-MM", "-std=c11", *INCLUDES, unit.file], cwd=root, capture_output=True, text=True)
    if done.returncode != 0:
        raise RuntimeError(done.stderr)
    return [root / word for word in done.stdout.replace("\\\n", " ").split()[1:]]


def command(unit: Unit) -> list[str]:
    words = [
        "frama-c", "-machdep=gcc_x86_64", "-c11", f"-cpp-extra-args={' '.join(INCLUDES)}", "-no-unicode",
        "-kernel-warn-key", "typing=inactive", unit.file, "-wp", f"-wp-fct={','.join(unit.functions)}", "-wp-rte",
        "-warn-unsigned-downcast", "-wp-warn-memory-model", "-wp-model=Typed+Ref", "-wp-cache=none",
    ]  # fmt: skip
    words += [] if unit.wraps else ["-warn-unsigned-overflow"]
    return [*words, "-wp-prover=cvc4,z3", f"-wp-timeout={GOAL_SECONDS}", "-wp-par=2"]


def run(root: Path, unit: Unit) -> tuple[list[str], dict]:
    text = (root / unit.file).read_text() + (root / unit.file).with_suffix(".h").read_text()
    assumed = sorted(set(_ASSUMED.findall(text)))
    wrong = [f"{unit.file}: the word {word} assumes what is to be proved" for word in assumed]
    with tempfile.TemporaryDirectory(prefix="dxgmap-wp-") as folder:
        tree = Tree(Path(folder))
        env = frama.environment(tree, frama.why3_config(tree)) | {"PWD": str(root)}
        done = subprocess.run(command(unit), cwd=root, env=env, capture_output=True, text=True)
    log = Log()
    for line in (done.stdout + done.stderr).splitlines():
        log.feed(line)
    log.close()
    goals = list(log.goals.values())
    if done.returncode != 0 or not goals:
        return [*wrong, f"frama-c ended with {done.returncode}: {' '.join(log.errors)[:600]}"], {}
    wrong += [f"not proved: {goal.name}" for goal in goals if not goal.proved]
    wrong += [f"of {name} there is no goal" for name in unit.functions if not any(f"_{name}_" in g.name for g in goals)]
    for hypotheses in log.hypotheses:
        found = " ".join(_REQUIRED.findall(" ".join(hypotheses.text.split())))
        if " ".join(found.split()) != HYPOTHESES.get(hypotheses.function):
            wrong.append(f"{hypotheses.function}: WP takes for granted: {found}")
    wrong += [f"Frama-C warns: {warning}" for warning in log.warnings if not _of_a_stranger(warning, text)]
    return wrong, {"goals proved": sum(goal.proved for goal in goals)}


