# SPDX-License-Identifier: MIT
"""The paths that Eva followed, rebuilt from what the face told: a tree of events, each named by all that was before."""

import re
from dataclasses import dataclass, field
from pathlib import Path

import compared
from analyse import DANGLING, Frame, Message, Run
from prepare import ROOT

LIBRARY = ("model/", "generated/", "FRAMAC_SHARE/")
# Built into Eva, whatever Frama-C says of their specifications.
BUILT_IN = {"malloc", "calloc", "realloc", "free", "memset", "memcpy", "memmove"}


@dataclass(frozen=True)
class Place:
    """Where the driver stands, innermost first: (function, file, line)."""

    calls: tuple[tuple[str, str, int], ...]


@dataclass
class Step:
    """A call of the driver or the harness, with what came of it."""

    parent: int
    function: str
    operation: int
    place: Place
    cause: int = 0
    failed: bool = False
    status: int = 0
    done: bool = False


@dataclass
class Fault:
    """One fault on one path."""

    path: int
    operation: int
    cause: int
    kind: int
    made: int
    ended: int
    detail: str
    place: Place
    function: str


@dataclass
class Alarm:
    """What Eva says of the C itself, and where."""

    text: str
    place: Place
    function: str  # the callback whose argument it is about, or ""


@dataclass
class Story:
    """Everything that was told."""

    steps: dict[int, Step] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    alarms: list[Alarm] = field(default_factory=list)
    unmodelled: dict[str, Place] = field(default_factory=dict)
    limits: set[str] = field(default_factory=set)
    ends: set[int] = field(default_factory=set)
    unclosed: set[int] = field(default_factory=set)
    joined: bool = False

    def chain(self, path: int) -> list[Step]:
        """The calls that led to a point, oldest first."""
        found = []
        while path in self.steps and len(found) < 100000:
            found.append(self.steps[path])
            path = self.steps[path].parent
        found.reverse()
        calls: list[Step] = []
        for step in filter(lambda step: step.function, found):
            if step.done and calls and not calls[-1].done:
                calls[-1] = step
            else:
                calls.append(step)
        return calls

    def gone(self, path: int) -> bool:
        """Whether something that was released is gone on the path: then the same one goes on beside it."""
        while path in self.steps:
            if not self.steps[path].function:
                return True
            path = self.steps[path].parent
        return False

    def loose(self) -> list[int]:
        """Where paths stop that do not come to dxgmap_close."""
        known = {step.parent for step in self.steps.values()} | self.ends | self.unclosed
        return [path for path in self.steps if path not in known]


def _of_face(file: str) -> bool:
    return file.startswith(LIBRARY)


def split(stack: list[Frame]) -> tuple[str, Place]:
    """The function of the face that was called, "" if none, and where the driver called it."""
    calls = []
    function = ""
    for number, frame in enumerate(stack):
        if frame.file and not _of_face(frame.file):
            inner = not calls
            calls.append((stack[number + 1].function, frame.file, frame.line))
            function = frame.function if inner else function
    return function, Place(tuple(calls))


def _step(story: Story, message: Message, values: list, done: bool) -> None:
    parent, path, operation = values[:3]
    function, place = split(message.stack)
    step = Step(parent, function, operation, place, done=done)
    if done:
        step.cause, step.failed, step.status = values[3], bool(values[4]), values[5]
    story.steps.setdefault(path, step)


def _event(story: Story, message: Message, name: str, values: list) -> None:
    if any(value is None for value in values):
        story.joined = True
    elif name in ("enter", "leave"):
        _step(story, message, values, name == "leave")
    elif name == "part":
        story.steps.setdefault(values[1], Step(values[0], "", -1, Place(()), done=True))
    elif name == "report":
        function, place = split(message.stack)
        story.faults.append(Fault(*values, place=place, function=function))
    elif name == "unmodelled":
        story.unmodelled.setdefault(values[1], split(message.stack)[1])
    elif name == "limit":
        story.limits.add(values[1])
    elif name == "unclosed":
        story.unclosed.add(values[0])
    elif name == "end":
        story.ends.add(values[0])


def _alarm(story: Story, message: Message, harmless: set[tuple[str, int, str]]) -> None:
    """One about a pointer to what is gone is none where calls are judged, or where it is compared alone: on the path
    beside this one nothing is gone, and the driver is followed further."""
    function, place = split(message.stack)
    gone = DANGLING in message.text
    accessor = function.startswith(("READ_", "WRITE_"))
    if gone and (
        (_of_face(message.file) and not accessor) or (message.file, message.line, message.text) in harmless
    ):
        return
    inner = message.stack[0].function if message.stack else ""
    if _of_face(message.file) and place.calls:
        here = place
    else:
        function, here = "", Place(((inner, message.file, message.line), *place.calls))
    story.alarms.append(Alarm(message.text, here, function))


def _called(name: str, sources: list[Path]) -> Place:
    """The first line of the sources that has the name with an argument list."""
    for source in sources:
        for number, line in enumerate((ROOT / source).read_text(errors="replace").splitlines(), 1):
            if re.search(rf"\b{name}\s*\(", line):
                return Place((("", str(source), number),))
    return Place(())


def read(run: Run, sources: list[Path]) -> Story:
    """What the messages say; a function without a body counts where a path comes to it."""
    story = Story()
    lost: set[str] = set()
    used: set[str] = set()
    harmless = compared.harmless(run)
    for message in run.messages:
        event = message.event()
        if event is not None:
            _event(story, message, *event)
        elif message.kind == "eva:alarm":
            _alarm(story, message, harmless)
        elif message.kind == "kernel:annot:missing-spec":
            lost.update(re.findall(r"for function (\w+)", message.text))
        elif "asm" in message.kind and not _of_face(message.file):
            story.limits.add(f"inline assembly at {message.file}:{message.line}")
        elif message.text.startswith("using specification for function "):
            used.add(message.text.split()[-1])
    for name in sorted((lost & used) - BUILT_IN):
        story.unmodelled.setdefault(name, _called(name, sources))
    return story
