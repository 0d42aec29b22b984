# SPDX-License-Identifier: MIT
"""Says whether a library's sources are the proved ones, byte for byte. make verify-receipt LIB=build/lib/libdxgmap.so

LIB is a drop-in (dxgmap.c), or an archive, a shared library or a program that has one in it.

    dxgmap.c   each proved file is cut out of it, its include lines are put back, and its hash is compared with that of
               the receipt (proofs/receipt.json)
    a binary   has the text of dxgmap_receipt() in it: which core it was generated from, and the hash of the drop-in
               that was compiled, where the build gave it (-DDXGMAP_SOURCE_SHA256, as `make lib` does). That hash must
               be the one of generated/dxgmap.c, which is looked at as above

Exit code: 0 proved; 1 not the proved bytes, or no proof of them; 2 nothing can be said.
"""

import argparse
import re
import sys
from pathlib import Path

import receipts
from cite import receipt
from cite.receipt import BUILT, HEAD, ROOT

sys.path.append(str(ROOT / "model"))

import generate  # noqa: E402

DROP_IN = "generated/dxgmap.c"


class Unknown(Exception):
    """Nothing can be said, and why."""


def faults_of_source(text: str, kept: dict) -> list[str]:
    """Which proved files do not stand in a drop-in as they were proved."""
    try:
        found = generate.restore(text)
    except IndexError:
        return ["its markers of files do not fit together"]
    held = {path: receipt.digest(content.encode()) for path, (_, content) in found.items()}
    core = {path: hashed for path, hashed in held.items() if path.startswith(("model/core/", "spec/logic/"))}
    wrong = []
    for path in receipt.differences(kept["sources"], core):
        how = "is not there" if path not in core else "was not proved" if path not in kept["sources"] else "is another"
        wrong.append(f"{path}: {how}")
    return wrong


def text_in(content: bytes) -> dict[str, str]:
    """The lines of dxgmap_receipt(), by their first word."""
    at = content.find(HEAD.encode() + b"\n")
    if at < 0:
        raise Unknown("there is no receipt in it: no library of dxgmap, or one that was built without it")
    text = content[at : content.index(b"\0", at)].decode(errors="replace")
    return dict(line.split(": ", 1) for line in text.splitlines() if ": " in line)


def faults_of_binary(content: bytes, kept: dict, root: Path) -> list[str]:
    said = text_in(content)
    print("".join(f"  {name}: {text}\n" for name, text in said.items()), end="")
    proved = receipt.together(kept["sources"])
    if not said.get("core", "").startswith(f"sha256 {proved} "):
        return ["the core that it was generated from is not the proved one"]
    built = re.match(r"sha256 ([0-9a-f]{64})$", f"sha256 {said.get(BUILT.split(':')[0], '').removeprefix('sha256 ')}")
    if not built:
        how = f"compile with -DDXGMAP_SOURCE_SHA256=... of {DROP_IN}, as `make lib` does"
        raise Unknown(f"it says that its core is the proved one, and not from which bytes it was compiled; {how}")
    drop_in = (root / DROP_IN).read_bytes()
    if receipt.digest(drop_in) != built[1]:
        return [f"it was compiled from other bytes than {DROP_IN}"]
    return [f"{DROP_IN}: {fault}" for fault in faults_of_source(drop_in.decode(), kept)]


def verify(root: Path, library: Path) -> int:
    try:
        kept = receipt.load(root / receipt.KEPT)
        if kept is None:
            raise Unknown(f"there is no {receipt.KEPT}: make prove, then make receipt")
        content = library.read_bytes()
        if library.suffix == ".c":
            wrong = faults_of_source(content.decode(), kept)
        else:
            wrong = faults_of_binary(content, kept, root)
    except (Unknown, receipts.Wrong, OSError) as error:
        print(f"UNKNOWN: {library}: {error}")
        return 2
    for fault in wrong:
        print(f"  {fault}")
    if wrong:
        print(f"NOT PROVED: {library}: {len(wrong)} reasons")
        return 1
    print(f"PROVED: {library}: {len(kept['sources'])} files, byte for byte; {receipt.goals_of(kept)}")
    return 0


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--root", type=Path, default=ROOT, help="the tree that has the receipt")
    parser.add_argument("library", type=Path)
    options = parser.parse_args()
    return verify(options.root.resolve(), options.library)


if __name__ == "__main__":
    sys.exit(main())
