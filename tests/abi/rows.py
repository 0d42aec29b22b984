#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The rows of spec/sources/abi.md against the headers, without trusting the headers' own assertions.

    rows.py check <headers>      prints a C file that asserts every row; compiled against the headers it must pass
    rows.py missing <headers>    prints the rows that no static assertion of the headers pins
    rows.py bounded <headers>    prints the structures that end in an array of one and are part of another structure
    rows.py plant <headers>      prints, one a line, the faults to plant: file, line, text to put there
"""

import re
import sys
from pathlib import Path

SPEC = Path(__file__).resolve().parents[2] / "spec" / "sources" / "abi.md"
WIDTHS = {"UINT": 4, "ULONG": 4, "LONG": 4, "UINT32": 4, "enumeration": 4, "DXGK_MEMORY_CACHING_TYPE": 4,
          "DXGK_ADL_FLAGS": 4, "USHORT": 2, "CSHORT": 2, "UCHAR": 1, "SIZE_T": 8, "ULONG_PTR": 8, "HANDLE": 8, "PVOID": 8,
          "PHYSICAL_ADDRESS": 8, "LARGE_INTEGER": 8, "PMDL": 8, "pointer": 8, "PSTATUS_BLOCK": 8, "DXGK_ADL*": 8,
          "PCM_RESOURCE_LIST": 8, "UNICODE_STRING": 16}
# Rows whose union is written in words: the words, and what they mean.
UNIONS = {
    "DXGK_ADL": [("BasePageNumber", 8, 8), ("Pages", 8, 8)],
    "STATUS_BLOCK": [("Status", 0, 4), ("Pointer", 0, 8)],
    "CM_PARTIAL_RESOURCE_DESCRIPTOR": [("u.Port.Start", 4, 8), ("u.Port.Length", 12, 4), ("u.Memory.Start", 4, 8),
                                       ("u.Memory.Length", 12, 4), ("u", 4, None)],
}
# What a row says beside its plain members.
IN_WORDS = re.compile(r"\([^)]*\)|union of 32 bytes @32, |union @(4|8) .*|union @0 of Status LONG and Pointer PVOID, |; the page .*")
BRANCH = "DXGKARGCB_CREATE_PHYSICAL_MEMORY_OBJECT"
MEMBER = re.compile(r"(?:^|[ ,:])(\w+)(?: ([\w*]+))? @(0x[0-9a-f]+|\d+)")


def branch_members(name, text):
    """A branch of the union of BRANCH: offsets follow from the widths, each member aligned to its own."""
    at, rows = 32, []
    for member, kind in (part.split() for part in text.split(", ")):
        width = WIDTHS[kind]
        at = (at + width - 1) // width * width
        rows.append((f"{name}.{member}", at, width))
        at += width
    return rows


def rows():
    """(structure, size or None, [(member, offset, width or None)]) for each structure of the page."""
    found = {}
    for line in SPEC.read_text(encoding="utf-8").splitlines():
        cells = [c.strip() for c in line.strip("|").split("|")]
        if not line.startswith("|") or len(cells) != 3 or not re.fullmatch(r"\d*", cells[1]):
            continue
        if cells[0].startswith("the union: "):
            found[BRANCH][1].extend(branch_members(cells[0].split(": ")[1], cells[2]))
            continue
        members = list(UNIONS.get(cells[0], []))
        for name, kind, offset in MEMBER.findall(IN_WORDS.sub("", cells[2])):
            if kind and kind not in WIDTHS:
                sys.exit(f"{cells[0]}.{name}: the width of {kind} is not known")
            members.append((name, int(offset, 0), WIDTHS.get(kind)))
        found[cells[0]] = (int(cells[1]) if cells[1] else None, members)
    callbacks = re.findall(r"(DxgkCb\w+)\**,? @(0x[0-9a-f]+)", SPEC.read_text(encoding="utf-8"))
    head = [("Size", 0, 4), ("Version", 4, 4), ("DeviceHandle", 8, 8)]
    found["DXGKRNL_INTERFACE"] = (0x240, head + [(name, int(at, 0), 8) for name, at in callbacks])
    return found


VALUES = [("IOCTL_VIDEO_MAP_VIDEO_MEMORY", (0x23 << 16) | (0x116 << 2)),
          ("IOCTL_VIDEO_UNMAP_VIDEO_MEMORY", (0x23 << 16) | (0x117 << 2)),
          ("IOCTL_VIDEO_SHARE_VIDEO_MEMORY", (0x23 << 16) | (0x11d << 2)),
          ("IOCTL_VIDEO_UNSHARE_VIDEO_MEMORY", (0x23 << 16) | (0x11e << 2)),
          ("VIDEO_MEMORY_SPACE_MEMORY", 0), ("VIDEO_MEMORY_SPACE_IO", 1), ("VIDEO_MEMORY_SPACE_USER_MODE", 2),
          ("VIDEO_MEMORY_SPACE_DENSE", 4), ("VIDEO_MEMORY_SPACE_P6CACHE", 8), ("PAGE_SIZE", 4096)]
VALUES += [(f"{stem}_{name}", number) for stem, names in (
    ("DXGK_PHYSICAL_MEMORY_TYPE", ("MDL", "CONTIGUOUS_MEMORY", "SECTION", "IO_SPACE")),
    ("DXGK_MEMORY_CACHING_TYPE", ("NON_CACHED", "CACHED", "WRITE_COMBINED")),
    ("DXGK_ACCESS_MODE", ("KERNEL_MODE", "USER_MODE"))) for number, name in enumerate(names)]


def check():
    lines = ['#include "dispmprt.h"', '#include "ntddvdeo.h"', '#include "video.h"']
    assertion = 'DXGMAP_STATIC_ASSERT({0}, "{0}");'
    for structure, (size, members) in rows().items():
        if size is not None:
            lines.append(assertion.format(f"sizeof({structure}) == {size}"))
        for name, offset, width in members:
            lines.append(assertion.format(f"offsetof({structure}, {name}) == {offset}"))
            if width:
                lines.append(assertion.format(f"sizeof((({structure} *)0)->{name}) == {width}"))
    lines += [assertion.format(f"({name}) == {value}") for name, value in VALUES]
    print("\n".join(lines))


def missing(headers):
    text = "\n".join(p.read_text(encoding="utf-8") for p in sorted(headers.glob("*.h")))
    members = {(s, m): int(o, 0) for s, m, o in re.findall(
        r"DXGMAP_ABI_(?:MEMBER|OFFSET)\((\w+), ([\w.]+), (0x[0-9a-f]+|\d+)", text)}
    sizes = {s: int(n, 0) for s, n in re.findall(r"DXGMAP_ABI_SIZE\((\w+), (0x[0-9a-f]+|\d+)\)", text)}
    values = dict(re.findall(r"DXGMAP_ABI_VALUE\((\w+), (0x[0-9a-fA-F]+|\d+)U?\)", text))
    for structure, (size, wanted) in rows().items():
        if structure != "DXGKRNL_INTERFACE" and size is not None and sizes.get(structure) != size:
            print(f"sizeof({structure}) == {size}")
        for name, offset, _ in wanted:
            if members.get((structure, name)) != offset:
                print(f"offsetof({structure}, {name}) == {offset}")
    for name, value in VALUES:
        if int(values.get(name, "-1"), 0) != value:
            print(f"{name} == {value}")


def bounded(headers):
    """A compiler may take such an array for one element, where its structure is an element of another array."""
    structures = {}
    for path in sorted(headers.glob("*.h")):
        for body, name in re.findall(r"^typedef struct \w* ?{\n(.*?)^} (\w+)", path.read_text(encoding="utf-8"),
                                     flags=re.S | re.M):
            structures[name] = (path.name, body)
    for name, (file, body) in structures.items():
        last = re.sub(r"/\*.*?\*/", "", body, flags=re.S).rstrip().split("\n")[-1]
        holder = [other for other, (_, text) in structures.items() if re.search(rf"\b{name} \w+(\[.*\])?;", text)]
        if re.search(r"\[(1|ANYSIZE_ARRAY)\];$", last.rstrip()) and holder:
            print(f"{file}: {name} is part of {', '.join(holder)} and ends in {last.strip()}")


def plant(headers):
    """A member too many before each member of each structure of the page, and every value of it changed."""
    structures = set(rows())
    for path in sorted(headers.glob("*.h")):
        lines = path.read_text(encoding="utf-8").splitlines()
        inside, depth = None, 0
        for number, line in enumerate(lines, 1):
            opened = re.match(r"typedef struct _(\w+) \{", line)
            if opened and opened[1] in structures:
                inside, depth = opened[1], 1
                continue
            if inside:
                branch = re.match(r"\s+(DXGMAP_ANONYMOUS )?(union|struct) \{", line)
                if depth == 1 and (branch or re.match(r"\s+[^#}/].*;", line)):
                    print(f"{path.name}\t{number}\t  UCHAR planted{number}[64]; {line.strip()}")
                depth += line.count("{") - line.count("}")
                inside = inside if depth else None
            value = re.match(r"(\s*#define (\w+) |\s+(\w+) = )(\S.*)$", line)
            name = value and (value[2] or value[3])
            if value and name in dict(VALUES):
                body = re.sub(r"\d+(?=\)?,?(\s*/\*.*)?$)", lambda n: str(int(n[0]) + 64), value[4])
                body = re.sub(r"0x([0-9a-f]+)(?=\)?,?(\s*/\*.*)?$)", lambda n: hex(int(n[1], 16) + 64), value[4]) \
                    if "0x" in value[4] else body
                print(f"{path.name}\t{number}\t{value[1]}{body}")


def main():
    what, headers = sys.argv[1], Path(sys.argv[2])
    if what == "check":
        check()
    elif what == "missing":
        missing(headers)
    elif what == "bounded":
        bounded(headers)
    else:
        plant(headers)


if __name__ == "__main__":
    main()
