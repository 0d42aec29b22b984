# SPDX-License-Identifier: MIT
"""The command lines of Frama-C, the environment that they run in, and the check that they ask for every proof."""

import os
import re
import shlex
import subprocess
from dataclasses import dataclass
from pathlib import Path

from profiles import Profile
from tree import Tree

GOAL_SECONDS = 10
SENTINEL_SECONDS = 1
SMOKE_SECONDS = 1
MEMORY_MB = 4000
REPLAY_PAR = 16
PLAIN = "-DDXGMAP_PLAIN"  # accesses that are atomic to a compiler are proved as plain ones (A-ATOMIC)
SENTINEL = "dxgmap_sentinel"
SENTINEL_TEXT = f"/*@ check lemma {SENTINEL}: \\false; */\n"

# A run without one of these proves less than the theorems say; `missing_options` looks at the words that are run.
DEMANDED = {
    "-wp": "the proof itself",
    "-wp-rte": "no undefined behaviour (T-SAFE)",
    "-warn-unsigned-overflow": "no unsigned wrap (T-SAFE)",
    "-warn-unsigned-downcast": "no truncating cast (T-SAFE)",
    "-wp-warn-memory-model": "the hypotheses of the memory model",
    "-wp-model=Typed+Ref": "the memory model that SOUNDNESS.md speaks of",
    "-wp-cache=none": "no stored verdict",
}
FORBIDDEN = re.compile(
    r"-(wp-no-(rte|warn-memory-model|volatile|callee-precond)|no-warn-.*|wp-(skip-fct|fct|bhv|driver|weak-int-model"
    r"|precond-weakening|frama-c-stdlib-terminate|declarations-terminate|definitions-terminate|simplify-type"
    r"|simplify-forall)|no-wp.*|warn-signed-overflow=false|no-annot)(=.*)?$"
)


class ToolError(Exception):
    pass


def preprocessing(tree: Tree, profile: Profile) -> list[str]:
    words = " ".join([*tree.include_flags(), *profile.macros, PLAIN])
    return ["-machdep=gcc_x86_64", f"-cpp-extra-args={words}"]


@dataclass(frozen=True)
class Stage:
    """One pass over the goals that are still open."""

    provers: str  # from the second pass on a change of what is set: Frama-C adds a plain name to it
    seconds: int
    par: int

    def words(self) -> list[str]:
        return [f"-wp-prover={self.provers}", f"-wp-timeout={self.seconds}", f"-wp-par={self.par}"]


Z3_FIRST = {"adapter", "domain"}  # Z3 first takes them 18 and 14 % less processor time, `state` 15 % more


def stages(unit: str, seconds: int, *, hurried: bool = False) -> list[Stage]:
    """Most goals fall to one prover at once, so the first passes are short. CVC4 goes first: of 7,000 goals it left
    about 100 after a second, Z3 about 550; of those 100, Z3 proves most in less than one. The provers' clocks are wall
    clocks, so few of them run side by side. The provers take turns: a goal that a prover leaves open in one pass and
    proves in the next, WP prints as proved and reports as open."""
    one, other = ("z3", "cvc4") if unit in Z3_FIRST else ("cvc4", "z3")
    short = [(other, seconds)] if hurried else [(other, 1), (one, min(seconds, 4)), (other, seconds)]
    turns = [*short, (one, seconds)]
    later = [Stage(f"+{prover},-{other if prover == one else one}", limit, 2) for prover, limit in turns]
    return [Stage(one, 1, 2), *later]


def _proof_words(cache: str) -> list[str]:
    return [
        "-wp", "-wp-rte", "-warn-unsigned-overflow", "-warn-unsigned-downcast", "-wp-warn-memory-model",
        "-wp-model=Typed+Ref", f"-wp-cache={cache}",
    ]  # fmt: skip


def prove_command(tree: Tree, unit: Path, profile: Profile, out: Path, passes: list[Stage]) -> list[str]:
    """All goals of the unit in several passes, then the status of each property."""
    words = ["frama-c", *preprocessing(tree, profile), "-no-unicode", tree.relative(unit), *_proof_words("none")]
    words += [f"-wp-report-json={out / 'wp.json'}", *passes[0].words()]
    for stage in passes[1:]:
        words += ["-then", "-wp", *stage.words()]
    return [*words, "-then", f"-report-csv={out / 'properties.csv'}"]


def save_command(tree: Tree, unit: Path, profile: Profile, out: Path, passes: list[Stage]) -> list[str]:
    """As a proof run, every prover run anew, and the verdicts kept."""
    words = prove_command(tree, unit, profile, out, passes)
    words[words.index("-wp-cache=none")] = "-wp-cache=rebuild"
    return _with_cache(words, out / "cache")


def replay_command(tree: Tree, unit: Path, profile: Profile, out: Path, passes: list[Stage]) -> list[str]:
    """The same passes, because the tasks of a later pass are not spelled as those of the first."""
    words = prove_command(tree, unit, profile, out, [Stage(p.provers, p.seconds, REPLAY_PAR) for p in passes])
    words[words.index("-wp-cache=none")] = "-wp-cache=offline"
    return _with_cache(words[: words.index(f"-report-csv={out / 'properties.csv'}") - 1], out / "replay")


def _with_cache(words: list[str], cache: Path) -> list[str]:
    at = words.index("-wp-rte")
    return [*words[:at], f"-wp-cache-dir={cache}", *words[at:]]


def shape_command(tree: Tree, unit: Path, profile: Profile, normal: Path) -> list[str]:
    """Prints the unit in Frama-C's normal form: the text that is proved, whatever macros wrote it, with every run-time
    check that a proof run must have, independently of that run."""
    return [
        "frama-c", *preprocessing(tree, profile), "-no-unicode", tree.relative(unit),
        "-rte", "-warn-unsigned-overflow", "-warn-unsigned-downcast", "-then", "-print", "-ocode", str(normal),
    ]  # fmt: skip


def sentinel_command(tree: Tree, unit: Path, profile: Profile, annex: Path) -> list[str]:
    """The sentinel is tried beside the unit, not in the proof run: its text stays that of the unit, and \\false does
    not wait for long."""
    return [
        "frama-c", *preprocessing(tree, profile), "-no-unicode", tree.relative(unit), str(annex), *_proof_words("none"),
        f"-wp-prop={SENTINEL}", *Stage("z3,cvc4", SENTINEL_SECONDS, 2).words(),
    ]  # fmt: skip


_NOT_SMOKE = (
    "requires", "assigns", "ensures", "exits", "assert", "invariant", "variant", "terminates", "decreases", "lemma",
    "check",
)  # fmt: skip


def smoke_command(tree: Tree, unit: Path, profile: Profile, par: int) -> list[str]:
    """Smoke tests have no category of their own: every other one is taken out."""
    others = ",".join(f"-@{category}" for category in _NOT_SMOKE)
    return [
        "frama-c", *preprocessing(tree, profile), "-no-unicode", tree.relative(unit), *_proof_words("none"),
        f"-wp-prop={others}", "-wp-smoke-tests", f"-wp-smoke-timeout={SMOKE_SECONDS}",
        *Stage("z3", SMOKE_SECONDS, par).words(),
    ]  # fmt: skip


def missing_options(command: list[str], *, stored: bool = False) -> list[str]:
    """What is wrong with a proof command, in sentences; a proof run is started only when there is nothing.
    A run that makes a session keeps its verdicts, but runs every prover anew."""
    demanded = {key: why for key, why in DEMANDED.items() if not (stored and key == "-wp-cache=none")}
    wrong = [f"{word} is missing: {why}" for word, why in demanded.items() if word not in command]
    if stored and "-wp-cache=rebuild" not in command:
        wrong.append("-wp-cache=rebuild is missing: no stored verdict")
    wrong += [f"{word} must not be given: it leaves something out" for word in command if FORBIDDEN.match(word)]
    return wrong


def look_command(tree: Tree, unit: Path, profile: Profile, function: str, prop: str) -> str:
    """The command that shows one goal to a person."""
    words = [
        "frama-c", *preprocessing(tree, profile), tree.relative(unit), "-wp", "-wp-rte", "-warn-unsigned-overflow",
        "-warn-unsigned-downcast", "-wp-model=Typed+Ref", "-wp-prover=z3,cvc4", "-wp-print",
    ]  # fmt: skip
    words += [f"-wp-fct={function}"] if function else []
    words += [f"-wp-prop={prop}"] if prop else []
    return shlex.join(words)


def environment(tree: Tree, why3: Path) -> dict[str, str]:
    """Frama-C resolves names through $PWD; nothing of the user's own configuration takes part."""
    env = {key: value for key, value in os.environ.items() if not key.startswith(("FRAMAC_", "WHY3"))}
    # a minor heap of 32 MB: a tenth less processor time for Frama-C than with the stock 2 MB; and a major heap that is
    # collected when it has grown threefold, not by four fifths: another tenth
    return env | {"PWD": str(tree.root), "WHY3CONFIG": str(why3), "LC_ALL": "C", "OCAMLRUNPARAM": "s=4M,o=200"}


def why3_config(tree: Tree) -> Path:
    """Our own prover configuration. The stock memory limit of 1000 MB shows as `Failed Unknown error`."""
    path = tree.build / "why3.conf"
    if path.is_file():
        return path
    tree.build.mkdir(parents=True, exist_ok=True)
    draft = path.with_suffix(f".{os.getpid()}")
    env = environment(tree, draft)
    found = subprocess.run(["why3", "config", "detect"], env=env, capture_output=True, text=True)
    text = draft.read_text() if draft.is_file() else ""
    if found.returncode != 0 or 'name = "Z3"' not in text or 'name = "CVC4"' not in text:
        raise ToolError(f"why3 does not find both Z3 and CVC4:\n{found.stdout}{found.stderr}")
    draft.write_text(re.sub(r"(?m)^memlimit = \d+$", f"memlimit = {MEMORY_MB}", text))
    draft.replace(path)
    return path
