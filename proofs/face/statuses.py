# SPDX-License-Identifier: MIT
"""The rows of spec/status.md as C, for main_status.c: cause, NTSTATUS."""

import re
from pathlib import Path

_CAUSE = re.compile(r"DXGMAP_\w+$")
_STATUS = re.compile(r"STATUS_\w+$")
_CODE = re.compile(r"0x[0-9A-F]{8}$")
_PUBLIC = {"DXGMAP_OK": "DXGMAP_CAUSE_NONE"}


def rows(root: Path) -> str:
    out = []
    for line in (root / "spec" / "status.md").read_text().splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")] if line.startswith("|") else []
        for at in range(len(cells) - 1):
            if _CAUSE.match(cells[at]) and _STATUS.match(cells[at + 1]):
                cause = _PUBLIC.get(cells[at], cells[at].replace("DXGMAP_", "DXGMAP_CAUSE_", 1))
                code = next((cell for cell in cells[at + 2 :] if _CODE.match(cell)), cells[at + 1])
                out.append(f"STATUS_ROW({cause}, (NTSTATUS){code})")
                break
    return "/* Written by proofs/face from spec/status.md. */\n" + "\n".join(out) + "\n"
