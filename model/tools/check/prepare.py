# SPDX-License-Identifier: MIT
"""What the analyser reads: the core, the checking face, the driver and its harness, each preprocessed by gcc with the
headers of Frama-C's C library."""

import re
import subprocess
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
FACE = Path("model/tools/check/face")
# Files of the library that the face stands on as they are: tables of statuses and names, members without a model.
SHARED = ("model/ddi/call/status.c", "model/ddi/call/operation.c", "model/ddi/callbacks/unmodelled.c")
PRIVATE = ("-D_GNU_SOURCE", "-Imodel", "-Imodel/core", "-Ispec", "-Imodel/ddi/include")
ENTRY = "dxgmap_check_main"
_MARKER = re.compile(r'^# \d+ "([^"]*)"')
_COMMENT = re.compile(r'"(?:\\.|[^"\\\n])*"|/\*.*?\*/|//[^\n]*', re.S)


class Refused(Exception):
    """What keeps the driver from being checked, in words that say what to do."""


@dataclass
class Request:
    """What is to be checked, and how far."""

    drivers: list[Path]
    harness: Path
    flags: list[str] = field(default_factory=list)
    entry: str = "main"
    failures: int | None = None  # at most so many on a path; None: any number
    paths: int = 5000
    seconds: int = 600

    def sources(self) -> list[Path]:
        return [*self.drivers, self.harness]


def libc() -> str:
    """Where Frama-C has its C library."""
    try:
        done = subprocess.run(["frama-c", "-print-share-path"], capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError) as error:
        raise Refused("frama-c does not run: `make doctor` says which package has it") from error
    return f"{done.stdout.strip()}/libc"


def _without_comments(text: str) -> str:
    """Strings and lines stay where they are."""
    return _COMMENT.sub(lambda match: match[0] if match[0][0] == '"' else "\n" * match[0].count("\n") or " ", text)


def _plain(text: str, kept: str) -> str:
    """Comments stay in the files of the C library alone, whose contracts they are."""
    pieces: list[tuple[bool, list[str]]] = [(False, [])]
    for line in text.split("\n"):
        if match := _MARKER.match(line):
            pieces.append((match[1].startswith(kept), []))
        pieces[-1][1].append(line)
    joined = (("\n".join(lines), of_libc) for of_libc, lines in pieces)
    return "\n".join(part if of_libc else _without_comments(part) for part, of_libc in joined)


def _run(source: Path, command: list[str]) -> str:
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    if done.returncode != 0:
        hint = "is a folder or a definition missing (FLAGS=)?"
        raise Refused(f"{source} does not compile; {hint}\n{done.stderr.strip()}")
    return done.stdout


def _preprocess(source: Path, flags: list[str], kept: str, target: Path) -> None:
    command = [
        "gcc", "-E", "-C", "-std=c11", "-nostdinc", "-isystem", kept, "-D__FC_MACHDEP_GCC_X86_64", "-D__FRAMAC__",
        "-DDXGMAP_PLAIN", "-include", str(FACE / "before.h"), *flags, str(source),
    ]  # fmt: skip
    target.write_text(_plain(_run(source, command), kept))


def _compiles(request: Request) -> None:
    """Errors are clearer from a compiler than from an analyser."""
    for source in request.sources():
        command = ["gcc", "-std=gnu11", "-fsyntax-only", "-w", "-Igenerated/include", *request.flags, str(source)]
        _run(source, command)


def _entry(request: Request, made: list[Path]) -> None:
    """Adds the function that the analysis begins with, where the entry is defined."""
    defined = re.compile(rf"\b{re.escape(request.entry)}\s*\(([^()]*)\)\s*{{")
    for target in made:
        text = target.read_text()
        if match := defined.search(text):
            several = match[1].strip() not in ("", "void")
            if several and request.entry != "main":
                break
            words = 'static char *words_[] = {"harness", 0}; ' if several else ""
            call = f"(void){request.entry}({'1, words_' if several else ''});"
            begin = f"void {ENTRY}(void) {{ {words}{call} dxgmap_check_returned(); }}"
            target.write_text(f'{text}\n# 1 "{FACE}/entry.c"\nvoid dxgmap_check_returned(void);\n{begin}\n')
            return
    raise Refused(
        f"no function {request.entry} begins in {' or '.join(map(str, request.sources()))}: the harness needs a main, "
        "or ENTRY= names another function, without parameters"
    )


def prepare(request: Request, folder: Path) -> list[Path]:
    """The preprocessed files, in `folder`."""
    for source in request.sources():
        if not source.is_file():
            raise Refused(f"{source}: there is no such file; DRIVER= and HARNESS= name files of C")
    _compiles(request)
    kept = libc()
    own = [f"-DDXGMAP_CHECK_FAILURES={request.failures}u"] if request.failures is not None else []
    theirs = ["-Igenerated/include", *request.flags]
    units = [(Path("generated/dxgmap.c"), ["-Igenerated/include", "-DDXGMAP_HOST=0"])]
    face = sorted(path.relative_to(ROOT) for path in (ROOT / FACE).glob("*.c"))
    units += [(path, [*PRIVATE, *own]) for path in [*face, *map(Path, SHARED)]]
    units += [(path, theirs) for path in request.sources()]
    made = []
    for number, (source, flags) in enumerate(units):
        made.append(folder / f"{number:02}_{source.stem}.i")
        _preprocess(source, flags, kept, made[-1])
    _entry(request, made[-len(request.sources()) :])
    return made
