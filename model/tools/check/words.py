# SPDX-License-Identifier: MIT
"""The library's own names: causes, sentences, rules and statuses, as its reports have them."""

import ctypes
import re
from functools import cache

from prepare import ROOT, Refused

SEVERITIES = ("error", "warning", "note", "nothing")
KINDS = {
    1: "save area pinned by MDL", 2: "save area pinned by ADL", 3: "MDL mapped to the IOMMU", 4: "page list",
    5: "contiguous memory", 6: "frame buffer pointer", 7: "view of a resource", 8: "video port view", 9: "ADL",
    10: "physical memory object", 11: "adapter object", 12: "view of a physical memory object",
    13: "view of an MDL", 14: "MDL", 15: "pool memory", 16: "mapping of Dxgkrnl's",
}  # fmt: skip


@cache
def _library() -> ctypes.CDLL:
    path = ROOT / "build" / "lib" / "libdxgmap.so"
    try:
        library = ctypes.CDLL(str(path))
    except OSError as error:
        raise Refused(f"{path} is not there, and has the names of causes: make lib") from error
    for name in ("dxgmap_cause_name", "dxgmap_cause_sentence", "dxgmap_rules"):
        getattr(library, name).restype = ctypes.c_char_p
    return library


def cause(number: int) -> str:
    return _library().dxgmap_cause_name(number).decode()


def sentence(number: int) -> str:
    return _library().dxgmap_cause_sentence(number).decode()


def rules(operation: int, number: int, kind: int) -> str:
    return _library().dxgmap_rules(operation, number, kind).decode()


def severity(operation: int, number: int) -> str:
    """What a call of the harness finds is as grave as if the driver's had."""
    found = SEVERITIES[_library().dxgmap_cause_severity(operation, number)]
    if found == "nothing":
        found = SEVERITIES[_library().dxgmap_cause_severity(operations()["CPU_ACCESS"], number)]
    return found


@cache
def _statuses() -> dict[int, str]:
    text = (ROOT / "model/ddi/include/ntstatus.h").read_text()
    found = re.findall(r"#define (STATUS_\w+)\s+\(\(NTSTATUS\)\s*(0x[0-9A-Fa-f]+)L?\)", text)
    return {int(number, 16): name for name, number in reversed(found)}


def status(number: int) -> str:
    """The name of an NTSTATUS."""
    return _statuses().get(number & 0xFFFFFFFF, f"{number & 0xFFFFFFFF:#010x}")


def _enumeration(name: str) -> dict[str, int]:
    text = (ROOT / "model/ddi/include/dxgmap.h").read_text()
    body = re.sub(r"/\*.*?\*/", "", re.search(rf"enum {name} {{(.*?)}};", text, re.S)[1], flags=re.S)
    members: dict[str, int] = {}
    number = -1
    for member, value in re.findall(r"(DXGMAP_\w+)(?: = (\d+))?(?:,|\s|$)", body):
        number = int(value) if value else number + 1
        members[member] = number
    return members


@cache
def causes() -> dict[str, int]:
    """By their names without the first words: BAD_ADDRESS, ..."""
    return {name.removeprefix("DXGMAP_CAUSE_"): number for name, number in _enumeration("dxgmap_cause").items()}


@cache
def operations() -> dict[str, int]:
    """The same: UNMAP_VIEW, ..."""
    return {name.removeprefix("DXGMAP_OPERATION_"): number for name, number in _enumeration("dxgmap_operation").items()}
