#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Writes generated/, the drop-in form of dxgmap, from model/ and spec/.

    python3 model/generate.py           write generated/
    python3 model/generate.py --check   change nothing; exit 1 unless generated/ is what this program would write,
                                        every unit in generated/dxgmap.c is its source byte for byte, and every unit
                                        means the same to a compiler there as alone (skipped without a compiler)

generated/dxgmap.c holds each file of model/core, model/host and model/ddi once, where the first include of it
stands, between markers that carry its path and hash. Only the include lines of those files are changed, to comments;
undoing that gives the file back, so what is compiled is what was proved.
"""

import argparse
import hashlib
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "proofs"))

import profiles  # noqa: E402
import receipts  # noqa: E402
from cite import receipt  # noqa: E402

COMMAND = "make generate"
CORE, HOST, DDI, PUBLIC = "model/core", "model/host", "model/ddi", "model/ddi/include"
SEARCH = [CORE, "spec", "model", HOST, DDI, PUBLIC]
COMPILERS = ["gcc", "clang"]
# Declared in the Windows headers and not of the library: the driver or whoever loads it has them.
ELSEWHERE = {"DxgkInitialize", "VideoPortGetAccessRanges", "VideoPortInitialize", "VideoPortVerifyAccessRanges"}

# Public headers that declare nothing: they stand around other declarations.
BRACKET = re.compile(r"(pshpack\d|poppack|initguid)\.h")

INCLUDE = re.compile(r'#\s*include "([^"]+)"')
DROPPED = re.compile(r'/\* (#\s*include "[^"]+") \*/')
BEGIN = re.compile(r"/\* dxgmap: begin (\S+) sha256 ([0-9a-f]{64}) \*/")
END = re.compile(r"/\* dxgmap: end (\S+) \*/")


class Failure(Exception):
    """What is wrong with the sources, in words for the one who has to mend them."""


def read(path):
    text = (ROOT / path).read_text(encoding="utf-8")
    if not text.endswith("\n"):
        raise Failure(f"{path}: the last line does not end")
    return text


def digest(text):
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def sources(folder, suffix):
    """The files below a folder of the model; the public headers are no part of model/ddi itself."""
    found = sorted(str(p.relative_to(ROOT)) for p in (ROOT / folder).rglob("*" + suffix))
    return [p for p in found if folder == PUBLIC or not p.startswith(PUBLIC + "/")]


def resolve(name, includer):
    for folder in [os.path.dirname(includer)] + SEARCH:
        path = os.path.normpath(os.path.join(folder, name))
        if (ROOT / path).is_file():
            return path
    raise Failure(f'{includer}: no file for #include "{name}"')


class Amalgam:
    """Files put into one another, each once."""

    def __init__(self):
        self.lines = []
        self.placed = {}

    def place(self, path):
        if path in self.placed:
            return
        text = read(path)
        self.placed[path] = digest(text)
        self.lines.append(f"/* dxgmap: begin {path} sha256 {self.placed[path]} */")
        depth = 0
        for number, line in enumerate(text[:-1].split("\n"), 1):
            where = f"{path}:{number}"
            directive = re.match(r"\s*#\s*(if|endif)", line)
            if directive:
                depth += 1 if directive[1] == "if" else -1
            if BEGIN.fullmatch(line) or END.fullmatch(line) or DROPPED.fullmatch(line):
                raise Failure(f"{where}: this line is one that only the generator writes")
            self.line(path, line, where, depth - (1 if path.endswith(".h") else 0))
        self.lines.append(f"/* dxgmap: end {path} */")

    def line(self, path, line, where, depth):
        name = INCLUDE.match(line)
        target = resolve(name[1], path) if name else ""
        if not name or target.startswith(PUBLIC + "/"):
            self.lines.append(line)
            return
        if name[0] != line:
            raise Failure(f"{where}: an include of a file of the model stands alone on its line, without a comment")
        if depth > 0:
            raise Failure(f"{where}: an include of a file of the model is never conditional")
        self.lines.append(f"/* {line} */")
        self.place(target)


def restore(text):
    """The files of an amalgam as their sources have them: {path: (hash in the marker, text)}."""
    found, open_files = {}, []
    for line in text[:-1].split("\n"):
        begin, end, dropped = BEGIN.fullmatch(line), END.fullmatch(line), DROPPED.fullmatch(line)
        if begin:
            open_files.append((begin[1], begin[2], []))
        elif end:
            path, mark, lines = open_files.pop()
            found[path] = (mark, "".join(l + "\n" for l in lines))
        elif open_files:
            open_files[-1][2].append(dropped[1] if dropped else line)
    return found


def bare(text):
    """C without comments, literals, directives, and what only C++ sees."""
    text = re.sub(r"\bDXGMAP_(EXTERN_C|ANYSIZE)_(BEGIN|END)\b", " ", text)
    text = re.sub(r'/\*.*?\*/|//[^\n]*|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'', " ", text, flags=re.S)
    text = re.sub(r"^[ \t]*#\s*if[^\n]*__cplusplus.*?^[ \t]*#\s*(?:else|endif)", "", text, flags=re.S | re.M)
    return re.sub(r"^[ \t]*#(?:[^\n\\]|\\\n|\\.)*", "", text, flags=re.M)


def functions(text):
    """Functions with external linkage: (declared, defined)."""
    text = bare(text)
    declared, defined = set(), set()
    depth, head = 0, ""
    for part in re.split(r"([{};])", text):
        if part == "{":
            if depth == 0:
                defined |= function_of(head)
            depth += 1
        elif part == "}":
            depth -= 1
        elif part == ";" and depth == 0:
            declared |= function_of(head)
        if part in "{};" and depth == 0:
            head = ""
        elif depth == 0:
            head += part
    return declared, defined


def function_of(head):
    head = re.sub(r"__attribute__\s*\(\(.*?\)\)", " ", head, flags=re.S)
    match = re.match(r"\s*((?:\w+[\s*]+)+)(\w+)\s*\(.*\)\s*$", head, flags=re.S)
    if not match or re.search(r"\b(typedef|static|FORCEINLINE)\b", match[1]):
        return set()
    return {match[2]}


def exports():
    """What the public headers declare and the library defines."""
    declared, defined = set(), set()
    for path in sources(PUBLIC, ".h"):
        declared |= functions(read(path))[0]
    for folder in (HOST, DDI):
        for path in sources(folder, ".c"):
            defined |= functions(read(path))[1]
    missing = declared - defined - ELSEWHERE
    if missing:
        raise Failure("declared in a public header and defined nowhere: " + ", ".join(sorted(missing)))
    return sorted(declared & defined)


def own_names():
    """The external names of the library that begin with dxgmap_."""
    names = set()
    for folder in (CORE, HOST, DDI):
        for path in sources(folder, ".c"):
            names |= functions(read(path))[1]
    return sorted(n for n in names if n.startswith("dxgmap_"))


def banner(title, inputs, opening="/*", closing="*/"):
    lines = [opening, *title.split("\n"), "",
             f"Generated: do not edit. Edit the inputs, then run: {COMMAND}", "Inputs and their sha256:"]
    lines += [f"  {digest} {path}" for path, digest in sorted(inputs.items())]
    return "".join((f"   {l}" if l and l != opening else l) + "\n" for l in lines) + f"{closing}\n"


def proved():
    """The profiles that are proved and so may be built, by macro: "" for the default."""
    return {"".join(m.removeprefix("-D") for m in p.macros): p for p in profiles.PROFILES.values()}


def profile_choice():
    """What the configuration header says of the profiles: a line a size."""
    text = read(CORE + "/base/profile.h")
    values = {n: re.findall(rf"#define DXGMAP_{n} (\d+)u", text) for n in ("SLOTS", "PAGES", "CELLS", "WINDOW")}
    macros = re.findall(r"(?m)^#(?:el)?if defined\((DXGMAP_PROFILE_\w+)\)$", text) + [""]
    if any(len(v) != len(macros) for v in values.values()):
        raise Failure("model/core/base/profile.h: not one size of each array for each profile")
    known = proved()
    if set(macros) != set(known):
        raise Failure("model/core/base/profile.h has a profile that proofs/profiles.py does not prove")
    rows = ""
    for k, macro in enumerate(macros):
        slots, pages, cells, window = (values[n][k] for n in ("SLOTS", "PAGES", "CELLS", "WINDOW"))
        use = known[macro].use
        rows += (f"\n     {macro or 'the default':<20}  {use}{pages} physical pages; an adapter has at most {slots} "
                 f"live\n     {'':<20}  mappings, {cells} captured pages, {window} pages of views")
    return rows


def config():
    inputs = {p: digest(read(p)) for f in (CORE, HOST, DDI) for p in sources(f, ".c")}
    inputs["model/core/base/profile.h"] = digest(read("model/core/base/profile.h"))
    renames = "".join(f"#define {n} DXGMAP_NAME({n[len('dxgmap_'):]})\n" for n in own_names())
    return (banner("How dxgmap is configured. Set these on the compiler's command line, or here, the same for every\n"
                   "file that includes a header of dxgmap.", inputs)
            + CONFIG.replace("@PROFILES@", profile_choice()) + renames + "#endif\n\n#endif\n")


def receipt_text():
    """What dxgmap_receipt says of the core that is generated here, as a string of C."""
    lines = "".join(f'  "{line}\\n" \\\n' for line in receipt.embedded(ROOT))
    return f"#define DXGMAP_RECEIPT \\\n{lines}  \"\"\n"


def library():
    core, face = Amalgam(), Amalgam()
    face.placed = core.placed
    for path in sources(CORE, ".c"):
        core.place(path)
    for path in sources(HOST, ".c") + sources(DDI, ".c"):
        face.place(path)
    names = [os.path.basename(p) for p in sources(PUBLIC, ".h")]
    includes = "".join(f'#include "{name}"\n' for name in names if not BRACKET.fullmatch(name))
    return (banner("dxgmap in one file: the proved core, and under DXGMAP_HOST the host and the Windows face.\n"
                   "Each file of the model stands once, where it is included first, between markers with its path and\n"
                   "hash. Nothing in it is changed but the includes of other such files, which are comments here.",
                   core.placed)
            + LIBRARY_TOP + "".join(l + "\n" for l in core.lines)
            + LIBRARY_HOST.replace("@INCLUDES@", includes).replace("@RECEIPT@", receipt_text())
            + "".join(l + "\n" for l in face.lines) + LIBRARY_END)


def core_header():
    amalgam = Amalgam()
    for path in sources(CORE, ".h"):
        amalgam.place(path)
    return (banner("The interface of the proved core, for programs that build dxgmap.c with DXGMAP_HOST=0. Each "
                   "header\nof the core stands once, with its contracts, where it is included first.", amalgam.placed)
            + CORE_TOP + "".join(l + "\n" for l in amalgam.lines) + CORE_END)


def public_header(path):
    text = read(path)
    lead = '#include "dxgmap_config.h"\n\n' if os.path.basename(path) == "dxgmap.h" else ""
    return banner("A public header of dxgmap.", {path: digest(text)}) + lead + text


def version_script():
    inputs = {p: digest(read(p)) for p in sources(PUBLIC, ".h")}
    names = "".join(f"    {n};\n" for n in exports())
    return (banner("The names that the shared library exports: the functions of the public headers, and no other.",
                   inputs)
            + "DXGMAP_0 {\n  global:\n" + names + "  local:\n    *;\n};\n")


def definition_file():
    inputs = {p: digest(read(p)) for p in sources(PUBLIC, ".h")}
    comment = banner("The names that a DLL exports: the functions of the public headers, and no other.", inputs, "", "")
    names = "".join(f"  {n}\n" for n in exports())
    return "".join(f"; {line.strip()}".rstrip() + "\n" for line in comment.strip().splitlines()) + "EXPORTS\n" + names


def outputs():
    files = {f"generated/include/{os.path.basename(p)}": public_header(p) for p in sources(PUBLIC, ".h")}
    files["generated/dxgmap.c"] = library()
    files["generated/dxgmap.map"] = version_script()
    files["generated/dxgmap.def"] = definition_file()
    files["generated/include/dxgmap_core.h"] = core_header()
    files["generated/include/dxgmap_config.h"] = config()
    return files


def write():
    files = outputs()
    for old in on_disk() - set(files):
        (ROOT / old).unlink()
    for path, text in files.items():
        (ROOT / path).parent.mkdir(parents=True, exist_ok=True)
        (ROOT / path).write_text(text, encoding="utf-8")
    print(f"generated/: {len(files)} files")


def on_disk():
    return {str(p.relative_to(ROOT)) for p in (ROOT / "generated").rglob("*") if p.is_file()}


def drift():
    """How generated/ differs from what would be written."""
    files = outputs()
    wrong = [f"{p}: nothing writes this file" for p in sorted(on_disk() - set(files))]
    for path, text in sorted(files.items()):
        file = ROOT / path
        if not file.is_file():
            wrong.append(f"{path}: missing")
        elif file.read_text(encoding="utf-8") != text:
            wrong.append(f"{path}: not what its inputs give")
    return wrong


def unfaithful():
    """Which units of generated/dxgmap.c are not their source, byte for byte."""
    wrong = []
    units = restore(read("generated/dxgmap.c"))
    for path in sources(CORE, ".c") + sources(CORE, ".h") + sources("spec/logic", ".h"):
        source = read(path)
        mark, text = units.get(path, ("", ""))
        if text != source or mark != digest(source):
            wrong.append(f"generated/dxgmap.c: what stands there for {path} is not that file")
    return wrong


def preprocessed(command, path):
    """The preprocessed lines of a translation unit: (file, line, words)."""
    command = [*command, "-std=c11", "-E", *(f"-I{d}" for d in (CORE, "spec", "generated/include")), path]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if run.returncode != 0:
        raise Failure(f"{' '.join(command)}:\n{run.stderr}")
    file, number = "", 0
    for line in run.stdout.splitlines():
        mark = re.match(r'# (\d+) "([^"]*)"', line)
        if mark:
            number, file = int(mark[1]), os.path.normpath(mark[2])
        else:
            if line.split():
                yield file, number, line.split()
            number += 1


def owners(text):
    """For each line of an amalgam, the file that it belongs to."""
    result, stack = [""], [""]
    for line in text.split("\n"):
        begin = BEGIN.fullmatch(line)
        if begin:
            stack.append(begin[1])
        result.append(stack[-1])
        if END.fullmatch(line):
            stack.pop()
    return result


def different(command):
    """Which units of the core are other words to a compiler in the amalgam than alone."""
    alone = {}
    for unit in sources(CORE, ".c"):
        parts = {}
        for file, _, words in preprocessed(command, unit):
            parts.setdefault(file, []).extend(words)
        for file, words in parts.items():
            alone.setdefault(file, words)
    ours = {path: words for path, words in sorted(alone.items()) if path.startswith((CORE + "/", "spec/"))}
    owner = owners(read("generated/dxgmap.c"))
    wrong = []
    for host in (0, 1):
        together = {}
        for file, number, words in preprocessed([*command, f"-DDXGMAP_HOST={host}"], "generated/dxgmap.c"):
            if file == "generated/dxgmap.c":
                together.setdefault(owner[number], []).extend(words)
        wrong += [f"{path}: to `{' '.join(command)} -DDXGMAP_HOST={host}` not the same in generated/dxgmap.c as alone"
                  for path, words in ours.items() if together.get(path) != words]
    return wrong


def check():
    wrong = drift()
    if not wrong:
        wrong = unfaithful()
        for compiler in filter(shutil.which, COMPILERS):
            for macro in proved():
                wrong += different([compiler, *([f"-D{macro}"] if macro else [])])
    for line in wrong:
        print(line, file=sys.stderr)
    if wrong:
        print(f"generated/ does not match the model. To mend it: {COMMAND}", file=sys.stderr)
        return 1
    print("generated/ is what the model gives, and its core is what is proved")
    return 0


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 on any difference")
    try:
        return check() if parser.parse_args().check else write()
    except (Failure, receipts.Wrong) as failure:
        print(f"generate: {failure}", file=sys.stderr)
        return 1


CONFIG = """\
#ifndef DXGMAP_CONFIG_H
#define DXGMAP_CONFIG_H

/* DXGMAP_HOST: 1 builds the whole library with the C library, for Linux, or for Windows on x86-64. 0 builds the proved
   core alone, freestanding: no heap, no C library, no undefined symbol; its interface is dxgmap_core.h. */
#ifndef DXGMAP_HOST
#define DXGMAP_HOST 1
#endif

/* The profile: the sizes of the model's arrays, each proved. Memory is touched only where it is used.
   Define the name of one, or nothing for the default:@PROFILES@ */

/* DXGMAP_STRICT: define it for C11 to the letter between a lookup without a lock and a change beside it: what is looked
   up is stored by atomic stores, and a change of many pages takes two to four times as long. */

/* DXGMAP_BACKTRACE: 1 has reports say the file and the line of each call, and the functions that were inlined there, by
   libbacktrace, which comes with gcc: link with -lbacktrace. By default reports have functions alone, and nothing more
   is linked. `make lib` sets it where the compiler has that library, and puts it into both of its own. */

/* DXGMAP_PREFIX: begins the library's own external names in place of dxgmap_: with -DDXGMAP_PREFIX=acme_ the function
   dxgmap_open is acme_open to the linker. Names that Windows gave stay, because drivers link against them. */
#ifdef DXGMAP_PREFIX
#define DXGMAP_NAME_JOIN(prefix, name) prefix##name
#define DXGMAP_NAME_OF(prefix, name) DXGMAP_NAME_JOIN(prefix, name)
#define DXGMAP_NAME(name) DXGMAP_NAME_OF(DXGMAP_PREFIX, name)
"""

LIBRARY_TOP = """\
#include "dxgmap_config.h"

#if DXGMAP_HOST && !defined(_GNU_SOURCE)
#define _GNU_SOURCE
#endif

"""

LIBRARY_HOST = """\

#if DXGMAP_HOST

/* With -fvisibility=hidden, what the public headers declare stays visible, and nothing else. */
#pragma GCC visibility push(default)
@INCLUDES@#pragma GCC visibility pop

/* Of the proof of the core above, by proofs/receipt.json; `make verify-receipt` compares. */
@RECEIPT@
"""

LIBRARY_END = """\

#endif /* DXGMAP_HOST */
"""

CORE_TOP = """\
#ifndef DXGMAP_CORE_H
#define DXGMAP_CORE_H

#include "dxgmap_config.h"

#ifdef __cplusplus
extern "C" {
#endif

"""

CORE_END = """\

#ifdef __cplusplus
}
#endif

#endif
"""

if __name__ == "__main__":
    sys.exit(main())
