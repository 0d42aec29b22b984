#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""What the mingw-w64 headers also say of the names in our headers, as another's reading of the same documentation.

    mingw.py facts <headers> <mingw>   prints the facts: of each structure, member, constant and enumerator that both
                                       have, what it is for Windows x64 by the headers in <mingw> (the include folder of
                                       Debian's mingw-w64-common); asks clang, which needs no Windows for that
    mingw.py check                     prints a C file that asserts the facts of mingw.txt; compiled against the headers
                                       it must pass
"""

import re
import subprocess
import sys
import tempfile
from pathlib import Path

FACTS = Path(__file__).resolve().parent / "mingw.txt"
OURS = ["dispmprt.h", "video.h", "ntddvdeo.h", "ntstrsafe.h", "winerror.h", "windef.h", "ioaccess.h"]
# Two sets, since each side of a driver sees its own; a name may be in either.
THEIRS = [["ntddk.h", "ntstrsafe.h", "ioaccess.h"],
          ["ntdef.h", "guiddef.h", "ntddvdeo.h", "devioctl.h", "dderror.h", "miniport.h", "video.h"],
          ["windef.h", "winerror.h"]]
CLANG = ["clang", "--target=x86_64-w64-mingw32", "-w", "-ferror-limit=0", "-std=gnu11", "-nostdlibinc", "-D_AMD64_",
         "-D_WIN32_WINNT=0x0601", "-DNTDDI_VERSION=0x06010000", "-S", "-o", "-"]
# Of these the drivers' own headers have another value than mingw, which follows the list of the protocol documents.
DISPUTED = {"STATUS_GRAPHICS_DRIVER_MISMATCH"}
DEFINED = re.compile(r"^#define ([A-Z_a-z]\w*) +(\(?\(?[A-Z_]*\)?\(?-?(?:0x[0-9A-Fa-f]+|\d+)[UuLl]*\)?\)?)"
                     r"\s*(?:/\*.*)?$", re.M)


def structures(text):
    """(name, members) of each structure: those at its outermost level, and of its anonymous parts."""
    for body, name in re.findall(r"^typedef (?:struct|union) \w* ?{\n(.*?)^} (\w+)", text, flags=re.S | re.M):
        body = re.sub(r"/\*.*?\*/", "", body, flags=re.S)
        members, depth, named = [], 0, []
        for line in body.split("\n"):
            closed = re.match(r"\s*} ?(\w*)", line)
            if closed:
                depth -= 1
                opened = named.pop()
                if closed[1]:
                    del members[opened:]
                    members.append(closed[1])
            elif line.rstrip().endswith("{"):
                depth += 1
                named.append(len(members))
            else:
                found = re.search(r"(\w+)(?:\[[^]]*\])?(?: : \d+)?;$", line.rstrip())
                callback = re.search(r"\(\w* ?\*(\w+)\)\(", line)
                if callback:
                    members.append(callback[1])
                elif found and " : " not in line and "DXGMAP_" not in line:
                    members.append(found[1])
                ending = re.search(r"DXGMAP_ANYSIZE\(\w+, (\w+)\);", line)
                if ending:
                    members.append(ending[1])
        yield name, members


def questions(headers):
    found = []
    for path in sorted(headers.glob("*.h")):
        if path.name.startswith("dxgmap.") or path.name == "dxgmap_dxgkcb.h":
            continue
        text = path.read_text(encoding="utf-8")
        for name, members in structures(text):
            if not name.startswith("DXGMAP_"):
                found.append(f"sizeof({name})")
                found += [f"__builtin_offsetof({name}, {member})" for member in members]
        found += [name for name, _ in DEFINED.findall(text) if not name.startswith("DXGMAP_")]
        for body in re.findall(r"^typedef enum \w*\s*{(.*?)}", text, flags=re.S | re.M):
            found += re.findall(r"(\w+) = -?\w+", body)
    return list(dict.fromkeys(found))


def answers(asked, mingw, includes):
    """{question: number}, of those that have one."""
    left = dict(enumerate(asked))
    head = [f"#include <{name}>" for name in includes]
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "q.c"
        while True:
            lines = [f"const unsigned long long answer_{n} = (unsigned long long)({q});" for n, q in left.items()]
            source.write_text("\n".join(head + lines) + "\n", encoding="utf-8")
            done = subprocess.run([*CLANG, f"-isystem{mingw}", f"-isystem{mingw}/ddk", str(source)],
                                  capture_output=True, text=True, check=False)
            wrong = {int(n) for n in re.findall(r"^\S*q\.c:(\d+):\d+: (?:fatal )?error", done.stderr, flags=re.M)}
            if not wrong:
                break
            keys = list(left)
            for line in wrong:
                if line <= len(head):
                    sys.exit(done.stderr)
                left.pop(keys[line - len(head) - 1], None)
        if done.returncode != 0:
            sys.exit(done.stderr)
    numbers = re.findall(r"^answer_(\d+):\n\s+\.quad\s+(-?\d+)", done.stdout, flags=re.M)
    return {asked[int(n)]: int(value) % 2**64 for n, value in numbers}


def facts(headers, mingw):
    asked, known = questions(headers), {}
    for includes in THEIRS:
        for question, number in answers(asked, mingw, includes).items():
            known.setdefault(question, number)
    print("# Written by mingw.py facts, from the headers of mingw-w64-common 10.0.0-3.")
    for question in asked:
        if question in known and question not in DISPUTED:
            print(f"{question} == {known[question]:#x}")


def check():
    print("\n".join(f'#include "{name}"' for name in OURS))
    for line in FACTS.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            question, number = line.split(" == ")
            print(f'DXGMAP_STATIC_ASSERT((unsigned long long)({question}) == {number}ULL, "{question}");')


if __name__ == "__main__":
    if sys.argv[1] == "check":
        check()
    else:
        facts(Path(sys.argv[2]), Path(sys.argv[3]))
