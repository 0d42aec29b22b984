# SPDX-License-Identifier: MIT
"""The receipt of the proof: which bytes were proved, with what, and how many goals. Only a green cold `make prove` of
every unit makes one, in build/proofs/receipt.json. `make receipt` keeps it as proofs/receipt.json, while the files are
still those, and writes generated/ anew, which has its text (dxgmap_receipt). It holds no time and no date: the same
proof of the same content is the same receipt.
"""

import argparse
import hashlib
import json
import sys
from dataclasses import dataclass, field
from pathlib import Path

import inputs
import ledger
import receipts
from tree import Tree

KEPT = "proofs/receipt.json"
MADE = "build/proofs/receipt.json"
HEAD = "dxgmap receipt 1"
BUILT = "built from: sha256"
EDITED = "no receipt: the core was edited while it was proved"
ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class State:
    """What the receipt says of the files as they are."""

    proved: bool
    lines: list[str] = field(default_factory=list)
    word: str = "proved"  # or none, wrong, other (of other bytes)
    goals: dict[str, int] = field(default_factory=dict)  # by profile, of the receipt, when it is of these files


def sources(tree: Tree) -> dict[str, str]:
    """What is proved and shipped: the core, and the logic that its contracts are written in."""
    files = [path for folder in (tree.core, tree.logic) for path in folder.rglob("*.[ch]")]
    return {tree.relative(path): digest(path.read_bytes()) for path in sorted(files)}


def specification(tree: Tree) -> dict[str, str]:
    """What a person reads of it."""
    return {tree.relative(path): digest(path.read_bytes()) for path in sorted((tree.root / "spec").rglob("*.md"))}


def digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def together(hashes: dict[str, str]) -> str:
    """One hash for many."""
    return digest("".join(f"{hashes[path]} {path}\n" for path in sorted(hashes)).encode())


def claim(tree: Tree, before: dict[str, str]) -> dict:
    """What a proof is of: `before` is what the sources were when it began. Nothing when they were edited meanwhile."""
    return files(tree, before) | {"tools": inputs.tools(inputs.PROOF_TOOLS)} if before == sources(tree) else {}


def files(tree: Tree, of: dict[str, str]) -> dict:
    """The part of it that is read off a tree, and not off a machine."""
    listed = tree.ledger.read_bytes() if tree.ledger.is_file() else b""
    return {
        "sources": of,
        "specification": together(specification(tree)),
        "assumptions": [entry.id for entry in ledger.read(tree.ledger)],
        "ledger": digest(listed),
        "gate": together(inputs.gate(*inputs.modules("prove"))),
    }


def write(tree: Tree, claimed: dict, goals: dict[str, int]) -> str:
    """Of a proof of the whole that was green, and what it claims. Says what was done."""
    if not claimed:
        return EDITED
    content = {"kind": "proof", "goals": goals, **claimed}
    _save(tree.root / MADE, content)
    try:
        same = load(tree.root / KEPT) == content
    except receipts.Wrong:
        same = False
    return f"{MADE}: {f'what {KEPT} says' if same else 'to keep it: make receipt'}"


def _save(path: Path, content: dict) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(content | {"seal": receipts.seal(content)}, indent=1) + "\n")


def load(path: Path) -> dict | None:
    """A receipt without its seal, or nothing. Raises `receipts.Wrong` for one that no proof has written."""
    if not path.is_file():
        return None
    try:
        content = json.loads(path.read_text())
        sealed = content.pop("seal") == receipts.seal(content) and content["kind"] == "proof"
    except (ValueError, KeyError, AttributeError, TypeError) as error:
        raise receipts.Wrong(f"{path.name} is no receipt ({type(error).__name__}: {error})") from error
    if not sealed:
        raise receipts.Wrong(f"{path.name} was edited after it was written: its seal does not fit")
    return content


def differences(then: dict[str, str], now: dict[str, str]) -> list[str]:
    """Paths whose content is another one."""
    return sorted(path for path in then.keys() | now.keys() if then.get(path) != now.get(path))


def state(root: Path) -> State:
    try:
        kept = load(root / KEPT)
    except receipts.Wrong as error:
        return State(False, [f"receipt: wrong: {error}"], "wrong")
    if kept is None:
        return State(False, ["receipt: none is kept yet; make prove, then make receipt"], "none")
    changed = differences(kept["sources"], sources(Tree(root)))
    if changed:
        more = f" and {len(changed) - 3} more" if len(changed) > 3 else ""
        said = f"receipt: of other bytes; changed since the proof: {', '.join(changed[:3])}{more}"
        return State(False, [said], "other")
    said = f"receipt: these bytes were proved cold, {goals_of(kept)} ({KEPT})"
    return State(True, [said], goals=kept["goals"])


def goals_of(content: dict) -> str:
    return ", ".join(f"{number} of {number} goals in profile {name}" for name, number in content["goals"].items())


def embedded(root: Path) -> list[str]:
    """The lines that the library has in it: a function of the tree alone."""
    tree = Tree(root)
    now, kept = sources(tree), load(root / KEPT)
    lines = [HEAD, f"core: sha256 {together(now)} of {len(now)} files"]
    if kept is None:
        return [*lines, "state: not proved: there is no receipt of a proof"]
    if changed := differences(kept["sources"], now):
        lines.append(f"state: not proved: {len(changed)} files are not those of the receipt")
    else:
        lines.append("state: proved")
    tools = ", ".join(f"{tool} {version}" for tool, version in kept["tools"].items())
    return [
        *lines,
        f"proved: sha256 {together(kept['sources'])} of {len(kept['sources'])} files; {goals_of(kept)}",
        f"specification: sha256 {kept['specification']}",
        f"tools: {tools}",
        f"assumptions: {' '.join(kept['assumptions'])}; ledger sha256 {kept['ledger']}",
    ]


def keep(root: Path) -> str:
    """Takes over what the last green proof made, if it is of the files as they are."""
    made = load(root / MADE)
    if made is None:
        raise receipts.Wrong(f"there is no {MADE}: a green `make prove` of all units makes it")
    if changed := differences(made["sources"], sources(Tree(root))):
        raise receipts.Wrong(f"edited since the proof: {', '.join(changed[:5])}; make prove")
    kept = load(root / KEPT)
    if kept and {**kept, "goals": 0} == {**made, "goals": 0}:
        made["goals"] = kept["goals"] | made["goals"]
    _save(root / KEPT, made)
    return f"{KEPT}: {goals_of(made)}"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--root", type=Path, default=ROOT, help="the tree")
    try:
        print(keep(parser.parse_args().root.resolve()))
    except receipts.Wrong as error:
        print(f"receipt: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
