# SPDX-License-Identifier: MIT
"""How long the last runs took, taken over from build/proofs into proofs/times.json: of a green cold `make prove`, and
of a green `make replay PROFILE=all`. make figures, make receipt

A run that is red, a part, joined from shards, or of other goals than the stored proofs is left out, and that is said.
With each time stands the number of goals, so that one of an earlier text is told.
"""

import argparse
import json
import sys
from pathlib import Path

import profiles
from cite import index
from cite.goals import PREFIX
from cite.index import Index

KEPT = "proofs/times.json"
RUNS = {"cold": ("prove.json", {"default"}), "replay": ("replay.json", set(profiles.PROFILES))}
ROOT = Path(__file__).resolve().parents[2]


def take(found: Index, folder: Path) -> list[str]:
    """Says what was taken, and why what was not."""
    path, said = found.tree.root / KEPT, []
    kept = json.loads(path.read_text()) if path.is_file() else {}
    for name, (file, wanted) in RUNS.items():
        content = json.loads((folder / file).read_text()) if (folder / file).is_file() else {}
        if why := unfit(found, content, wanted):
            said.append(f"{name}: as it was; {folder / file}: {why}")
            continue
        goals = sum(len(run["goals"]) for run in content["runs"])
        kept[name] = {"seconds": round(content["seconds"], 1), "goals": goals, "processors": content["processors"]}
        said.append(f"{name}: {kept[name]['seconds']} s, {goals} goals")
    if kept:
        path.write_text(json.dumps(kept, indent=1) + "\n")
    return said


def unfit(found: Index, content: dict, wanted: set[str]) -> str:
    """Why a run is not one of what is stored; nothing when it is."""
    if not content:
        return "there is none"
    if not content["green"] or content.get("shard") or content.get("joined") or "processors" not in content:
        return "it is no green run of the whole on one machine"
    goals = [(run["profile"], goal["name"].removeprefix(PREFIX)) for run in content["runs"]
             for goal in run["goals"]]  # fmt: skip
    if sorted(goals) != sorted(item for item in _stored(found) if item[0] in wanted):
        return f"its goals are not those of the stored proofs, profile {', '.join(sorted(wanted))}"
    return ""


def _stored(found: Index) -> list[tuple[str, str]]:
    return [(profile, name.split("/")[-1]) for name, goal in found.stored.goals.items() for profile in goal.proofs]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--root", type=Path, default=ROOT, help="the tree")
    parser.add_argument("--runs", type=Path, metavar="FOLDER", help="where their reports are (default: build/proofs)")
    options = parser.parse_args()
    found = index.read(options.root.resolve())
    print("\n".join(take(found, options.runs or found.tree.build)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
