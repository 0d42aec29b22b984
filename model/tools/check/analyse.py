# SPDX-License-Identifier: MIT
"""Frama-C's Eva on the prepared files, and its messages."""

import re
import subprocess
import tempfile
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import prepare
from prepare import Refused, Request

DEEP = 16  # calls of a function inside itself that are followed
DANGLING = "escaping addresses"
_HEAD = re.compile(r"^\[([a-z:_-]+)\] ?(.*)$")
_PLACE = re.compile(r"^(\S+?):(\d+): ?(?:Warning: ?)?(.*)$", re.S)
_FRAME = re.compile(r"(\S+)(?: :: (\S+):(\d+))?$")
_EVENT = re.compile(r"^Frama_C_show_each_(\w+): ?(.*)$", re.S)
_VALUE = re.compile(r'\{\{ "((?:[^"\\]|\\.)*)" \}\}|\{([^{}]*)\}|(\[[^\]]*\][^,]*|\S+?)(?:, |$)')


@dataclass(frozen=True)
class Frame:
    """A function, and where it was called; the last one was not."""

    function: str
    file: str = ""
    line: int = 0


@dataclass
class Message:
    """One message of Frama-C's, its text in one line."""

    kind: str  # eva, eva:alarm, kernel:annot:missing-spec, ...
    text: str
    file: str = ""
    line: int = 0
    stack: list[Frame] = field(default_factory=list)

    def event(self) -> tuple[str, list[int | str | None]] | None:
        """The name and the values of a Frama_C_show_each_; None for a value of which there is more than one."""
        match = _EVENT.match(self.text)
        return (match[1], [_value(found) for found in _VALUE.finditer(match[2])]) if match else None


def _value(found: re.Match[str]) -> int | str | None:
    if found[1] is not None:
        return found[1]
    return int(found[2]) if found[2] is not None and re.fullmatch(r"-?\d+", found[2]) else None


def _stack(words: str) -> list[Frame]:
    frames = []
    for part in words.split("<-"):
        if match := _FRAME.match(part.strip()):
            frames.append(Frame(match[1], match[2] or "", int(match[3] or 0)))
    return frames


def _message(lines: list[str]) -> Message | None:
    head = _HEAD.match(lines[0])
    if head is None:
        return None
    text, _, stack = " ".join([head[2], *(line.strip() for line in lines[1:])]).partition("stack: ")
    message = Message(head[1], text.strip(), stack=_stack(stack) if stack else [])
    if place := _PLACE.match(message.text):
        message.file, message.line, message.text = place[1], int(place[2]), place[3].strip()
    return message


def messages(output: str) -> list[Message]:
    """All of an output's, in order."""
    groups: list[list[str]] = []
    for line in output.splitlines():
        if line.startswith("[") or not groups:
            groups.append([line])
        else:
            groups[-1].append(line)
    return [message for lines in groups if (message := _message(lines)) is not None]


@dataclass
class Run:
    """What came of it."""

    messages: list[Message]
    seconds: float
    finished: bool
    program: str  # as Eva has it, with an assertion before each statement that it has an alarm of


def _command(request: Request, files: list[Path], program: Path) -> list[str]:
    return [
        "frama-c", "-machdep=gcc_x86_64", "-c11", "-no-unicode",
        "-kernel-warn-key", "typing=inactive,annot-error=inactive",
        *map(str, files), "-main", prepare.ENTRY, "-eva", "-eva-slevel", str(request.paths),
        "-eva-split-return", "full", "-eva-alloc-builtin", "fresh", "-eva-no-alloc-returns-null",
        "-eva-unroll-recursive-calls", str(DEEP),
        "-eva-warn-copy-indeterminate=-@all", "-eva-print-callstacks", "-eva-no-results", "-eva-no-show-progress",
        "-eva-msg-key=-initial-state,-final-states", "-then", "-print", "-ocode", str(program),
    ]  # fmt: skip


def analyse(request: Request, tell: Callable[[int], None]) -> Run:
    """Runs Eva; `tell` is called with how many paths have come to their end, every few seconds if there are more."""
    with tempfile.TemporaryDirectory(prefix="dxgmap-check-") as name:
        folder = Path(name)
        files = prepare.prepare(request, folder)
        log = folder / "frama-c.log"
        program = folder / "program.c"
        started = time.monotonic()
        with log.open("wb") as target:
            process = subprocess.Popen(
                _command(request, files, program), cwd=prepare.ROOT, stdout=target, stderr=subprocess.STDOUT
            )
            ended = threading.Event()
            watch = threading.Thread(target=_watch, args=(log, ended, tell))
            watch.start()
            try:
                process.wait(timeout=request.seconds)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
            except BaseException:
                process.kill()
                raise
            finally:
                ended.set()
                watch.join()
        output = log.read_text(errors="replace")
        text = program.read_text(errors="replace") if program.is_file() else ""
        seconds = time.monotonic() - started
    if process.returncode not in (0, -9) and "recursive call" in output:
        raise Refused(f"a function of the driver calls itself more than {DEEP} deep, which is not followed")
    if process.returncode not in (0, -9):
        raise Refused(f"Frama-C cannot read it:\n{_complaint(output)}")
    return Run(messages(output), seconds, process.returncode == 0, text)


def _watch(log: Path, ended: threading.Event, tell: Callable[[int], None]) -> None:
    last = -1
    while not ended.wait(5):
        count = log.read_text(errors="replace").count("Frama_C_show_each_end")
        if count != last:
            tell(count)
        last = count


def _complaint(output: str) -> str:
    """What it says is wrong, without the long rest."""
    lines = [line for line in output.splitlines() if "Parsing" not in line]
    return "\n".join(lines[-20:])
