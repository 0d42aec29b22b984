# SPDX-License-Identifier: MIT
"""What a run came to: findings, each with its path, and what is not known."""

from dataclasses import dataclass

import words
from analyse import DANGLING, Run
from paths import Alarm, Fault, Place, Step, Story

POINTERS = ("IoAllocateMdl", "MmMapLockedPagesSpecifyCache", "MmGetSystemAddressForMdlSafe", "ExAllocatePool",
            "ExAllocatePool2", "ExAllocatePoolWithTag", "MmMapIoSpace", "MmMapIoSpaceEx")  # fmt: skip
MUTE = ("DxgkCbUnmapMdlFromIoMmu", "DxgkCbDestroyPhysicalMemoryObject", "DxgkCbClosePhysicalMemoryObject",
        "DxgkCbUnmapPhysicalMemory", "DxgkCbFreeAdl", "IoFreeMdl", "MmProbeAndLockPages", "MmUnlockPages",
        "MmBuildMdlForNonPagedPool", "MmUnmapLockedPages", "ExFreePool", "ExFreePoolWithTag", "MmUnmapIoSpace",
        "KeRaiseIrql", "KeLowerIrql")  # fmt: skip

@dataclass
class Finding:
    """A fault, on the shortest of the paths that have it."""

    cause: str  # DXGMAP_LEAK, ..., or "undefined behaviour"
    severity: str
    sentence: str
    detail: str
    rules: str
    place: Place  # where the driver made what it is about, or made the call
    path: list[str]
    paths: int = 1


@dataclass
class Verdict:
    """All of it."""

    findings: list[Finding]
    unknown: list[str]  # what keeps a clean run from being called so
    paths: int
    seconds: float

    def code(self) -> int:
        if any(finding.severity != "note" for finding in self.findings):
            return 1
        return 2 if self.unknown else 0


def where(place: Place, most: int = 2) -> str:
    """`driver.c:37 AdlAllocate < driver.c:67 AdlStartDevice`."""
    calls = place.calls[:most]
    return " < ".join(f"{file}:{line} {function}".rstrip() for function, file, line in calls) or "(not by the driver)"


def _answer(step: Step) -> str:
    if not step.done:
        return "(in it)"
    fails = "fails" if step.failed else ""
    if step.function in POINTERS:
        return f"{fails or ('is refused' if step.cause else '')} -> {'NULL' if step.cause else 'an address'}".strip()
    if step.function in MUTE or step.function.startswith("dxgmap_"):
        return fails or (f"is refused: {words.cause(step.cause)}" if step.cause else "done")
    return f"{fails} -> {words.status(step.status)}".strip()


def tell(steps: list[Step]) -> list[str]:
    """A line for each call."""
    return [f"{step.function} {_answer(step)}  [{where(step.place)}]" for step in steps]


def _number(story: Story, steps: list[Step], path: int) -> int:
    """Which of the steps a point on the path lies in, or ends; 0: none."""
    step = story.steps.get(path)
    for number, other in enumerate(steps, 1):
        before = other.parent
        while before in story.steps and not story.steps[before].function:
            before = story.steps[before].parent
        if other is step or before == path != 0:
            return number
    return 0


def _of_fault(story: Story, fault: Fault) -> Finding:
    steps = story.chain(fault.path)
    kind = words.KINDS.get(fault.kind, "")
    made, ended = _number(story, steps, fault.made), _number(story, steps, fault.ended)
    told = tell(steps)
    place, words_of = fault.place, fault.detail
    if fault.cause in (words.causes()["LEAK"], words.causes()["MDL_LEFT"]):
        place = story.steps[fault.made].place if fault.made in story.steps else place
        told[-1] = f"{fault.function}: the {kind} of step {made} is still live  [{where(fault.place)}]"
    else:
        told[-1] = f"{fault.function} {_answer(steps[-1])}: {words.cause(fault.cause)}  [{where(fault.place)}]"
    if kind and ended:
        words_of = "; ".join(filter(None, (fault.detail, f"{kind} of step {made}, released by step {ended}")))
    elif kind and not place.calls:
        words_of = "; ".join(filter(None, (fault.detail, f"{kind} of step {made}")))
    return Finding(
        words.cause(fault.cause), words.severity(fault.operation, fault.cause), words.sentence(fault.cause), words_of,
        words.rules(fault.operation, fault.cause, fault.kind), place, told,
    )  # fmt: skip


def _behind(place: Place, alarm: Alarm) -> int:
    """How many lines an alarm stands behind a call; many if it does not, or in another function."""
    function, file, at = alarm.place.calls[0]
    lines = [line for name, of, line in place.calls if (name, of) == (function, file) and line <= at]
    return at - max(lines) if lines else 1 << 30


def _leaf(story: Story, alarm: Alarm, taken: set[int]) -> int | None:
    """The shortest path that stops where the alarm is; None: none does, so it is one that need not be."""
    fits = []
    for path in story.loose():
        last = story.steps[path]
        in_call = alarm.function != "" and not last.done
        if in_call and (last.function, last.place) != (alarm.function, alarm.place):
            continue
        if not in_call and not last.done:
            continue
        gone = story.gone(path)
        if DANGLING not in alarm.text or gone:
            fits.append((path in taken, gone, _behind(last.place, alarm), len(story.chain(path)), path))
    return min(fits)[-1] if fits else None


def _of_alarm(story: Story, alarm: Alarm, path: int) -> Finding:
    steps = story.chain(path)
    told = tell(steps if steps[-1].done else steps[:-1])
    text = alarm.text.split(" assert ")[0].rstrip(". ")
    gone = DANGLING in alarm.text
    accessor = alarm.function.startswith(("READ_", "WRITE_"))
    named = f"{alarm.function} " if alarm.function else ""
    if not gone and not accessor:
        told.append(f"{named}[{where(alarm.place)}]: {text}")
        return Finding(
            "undefined behaviour", "error", f"the C of the driver: {text}", alarm.text, "", alarm.place, told
        )
    what = "an address or a list is used after it was released" if gone else "the address lies outside of its view"
    told.append(f"{named}[{where(alarm.place)}]: {what}")
    number, operation = words.causes()["CPU_ACCESS"], words.operations()["CPU_ACCESS"]
    return Finding(
        words.cause(number), words.severity(operation, number), words.sentence(number), what,
        words.rules(operation, number, 0), alarm.place, told,
    )  # fmt: skip


def _once(found: list[Finding]) -> list[Finding]:
    """One for each fault and place, with its shortest path, and how many have it."""
    kept: dict[tuple[str, Place], Finding] = {}
    for finding in found:
        key = (finding.cause, finding.place)
        other = kept.get(key)
        if other is None or len(finding.path) < len(other.path):
            kept[key] = finding
        if other is not None:
            kept[key].paths = other.paths + 1
    order = {"error": 0, "warning": 1, "note": 2}
    return sorted(kept.values(), key=lambda finding: order.get(finding.severity, 3))


def judge(run: Run, story: Story, seconds: int) -> Verdict:
    """What is found, and what is not known."""
    found = [_of_fault(story, fault) for fault in story.faults]
    unknown = []
    taken: set[int] = set()
    for alarm in story.alarms:
        path = _leaf(story, alarm, taken)
        if path is None:
            unknown.append(f"[{where(alarm.place)}]: it cannot be ruled out: {alarm.text}")
        else:
            taken.add(path)
            found.append(_of_alarm(story, alarm, path))
    unknown += [f"not modelled: {name}  [{where(place)}]" for name, place in story.unmodelled.items()]
    unknown += [f"a limit: {limit}" for limit in sorted(story.limits)]
    if not run.finished:
        unknown.append(f"it did not finish within {seconds} s: SECONDS= for more, or FAILURES=1, or smaller sizes")
    if story.joined:
        unknown.append("paths were joined, and what came after was not looked at: PATHS= for more, or FAILURES=1")
    loose = sum(not story.gone(path) for path in set(story.loose()) - taken)
    if run.finished and not story.alarms and loose:
        unknown.append(f"{loose} paths end in the middle, so that what they leave is not known")
    if story.unclosed:
        unknown.append(f"{len(story.unclosed)} paths return from the harness without dxgmap_close")
    if run.finished and not story.ends and not found:
        unknown.append("no path comes to dxgmap_close: what is left over is looked for there")
    return Verdict(_once(found), unknown, sum(not story.gone(path) for path in story.ends), run.seconds)
