# SPDX-License-Identifier: MIT
"""What the tests say of a mutant of the core's code: the fuzzer against the abstract machine, the unit tests, and the
conformance tests of the face, which reach what is no operation of a step.

Everything is compiled once, on the small profile; of a mutant its own file is compiled, and linked with the rest. The
tests of the core are run without sanitizers first, which is quick and kills most, then with AddressSanitizer and UBSan.
A core without a fault is run before: it must be green.
"""

import subprocess
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from bites.choice import Bite

FLAGS = ("-std=c11", "-D_GNU_SOURCE", "-w", "-DDXGMAP_PROFILE_SMALL")
PLAIN, SANITIZED = ("-O1",), ("-g", "-O1", "-fno-sanitize-recover=all", "-fsanitize=address,undefined")
OF_CORE = ("model/core", "spec", "tests/fuzz", "tests/harness", "tests/judge")
OF_FACE = ("model", "model/core", "model/host", "model/ddi", "model/ddi/include", "spec", "tests/harness")
MACHINE = "tests/judge/build"  # makes the object of the abstract machine that judges the fuzzer's steps
LIBRARIES = ("-lgmp", "-lm", "-ldl")
SHARED = ("tests/harness/harness.c", "tests/harness/last_words.c")
FUZZER, SEEDS, STEPS = "fuzz", ("1", "2", "3"), "20000"
FACE, FACE_STEPS = "conformance", "1000"
SECONDS = 240  # of a program: a loop without an end is killed by them
RUNS = {FUZZER: [(seed, STEPS) for seed in SEEDS], FACE: [(FACE_STEPS,)]}
GREEN = "none"  # no test told


class RedError(Exception):
    pass


@dataclass(frozen=True)
class Build:
    """Objects made with some flags: of the core by the path of their source, and of each test program."""

    flags: tuple[str, ...]
    folders: tuple[str, ...]  # of headers
    core: dict[str, Path]
    programs: dict[str, list[Path]]


@dataclass(frozen=True)
class Built:
    root: Path
    folder: Path
    builds: list[Build]


def can_tell(bite: Bite) -> bool:
    """Contracts are no behaviour."""
    return bite.mutant.file.endswith(".c")


@contextmanager
def built(root: Path) -> Iterator[Built]:
    with tempfile.TemporaryDirectory(prefix="dxgmap-bites-") as name:
        folder = Path(name)
        found = Built(root, folder, list(_builds(root, folder)))
        with tempfile.TemporaryDirectory(dir=folder) as own:
            for build in found.builds:
                if said := _first_red(build, Path(own), build.core):
                    raise RedError(f"the core without a fault is red: {said}")
        yield found


def suite(made: Built, bite: Bite) -> str:
    """The first program that is red, or GREEN."""
    path = made.root / bite.mutant.file
    text = bite.changed(path.read_text())
    for build in made.builds:
        with tempfile.TemporaryDirectory(dir=made.folder) as name:
            own = Path(name) / "mutant.o"
            _compile(made.root, build, path, own, text)
            if said := _first_red(build, Path(name), build.core | {bite.mutant.file: own}):
                return said
    return GREEN


def _builds(root: Path, folder: Path) -> Iterator[Build]:
    core = sorted((root / "model/core").rglob("*.c"))
    of_core = {FUZZER: sorted((root / "tests/fuzz").glob("*.c"))}
    of_core |= {path.stem: [path] for path in sorted((root / "tests/unit").glob("*_test.c"))}
    face = [path for part in ("model/host", "model/ddi", "tests/conformance") for path in (root / part).rglob("*.c")]
    machine = folder / "machine.o"
    subprocess.run([str(root / MACHINE), str(machine)], check=True)
    for name, flags in {"plain": PLAIN, "sanitized": SANITIZED}.items():
        made = _build(root, folder / name, Build(flags, OF_CORE, {}, {}), core, of_core)
        made.programs[FUZZER].append(machine)
        yield made
    yield _build(root, folder / "face", Build((*PLAIN, "-g"), OF_FACE, {}, {}), core, {FACE: sorted(face)})


def _build(root: Path, folder: Path, build: Build, core: list[Path], programs: dict[str, list[Path]]) -> Build:
    folder.mkdir()
    shared = [root / path for path in SHARED]
    sources = [*core, *shared, *(path for paths in programs.values() for path in paths)]
    objects = {path: folder / f"{path.relative_to(root).as_posix().replace('/', '-')}.o" for path in sources}
    with ThreadPoolExecutor(2) as pool:
        list(pool.map(lambda path: _compile(root, build, path, objects[path]), objects))
    build.core.update({path.relative_to(root).as_posix(): objects[path] for path in core})
    build.programs.update({name: [objects[path] for path in (*paths, *shared)] for name, paths in programs.items()})
    return build


def _compile(root: Path, build: Build, path: Path, out: Path, text: str = "") -> None:
    """The file as it is, or another text in its place."""
    words = ["gcc", *FLAGS, *build.flags, *(f"-I{root / folder}" for folder in build.folders), f"-I{path.parent}"]
    source = ["-x", "c", "-"] if text else [str(path)]
    subprocess.run([*words, "-c", *source, "-o", str(out)], input=text, text=True, check=True)


def _first_red(build: Build, folder: Path, core: dict[str, Path]) -> str:
    for name, objects in build.programs.items():
        program = folder / name
        words = ["gcc", *build.flags, *map(str, [*core.values(), *objects]), "-rdynamic", "-pthread", *LIBRARIES]
        subprocess.run([*words, "-o", str(program)], check=True)
        for arguments in RUNS.get(name, [()]):
            if said := _red(program, arguments):
                return " ".join([name, *arguments, said])
    return ""


def _red(program: Path, arguments: tuple[str, ...]) -> str:
    try:
        done = subprocess.run([str(program), *arguments], capture_output=True, text=True, timeout=SECONDS)
    except subprocess.TimeoutExpired:
        return "(does not end)"
    return f"(exit code {done.returncode})" if done.returncode else ""
