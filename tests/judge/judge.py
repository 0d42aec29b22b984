#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Judges a trace of the C by the abstract machine: python3 judge.py TRACE [MACHINE.mlw]

The trace is what tests/fuzz/random_ops writes (record.c). Each step of it must be one that `step` of the machine
allows, from the state that the steps before it led to: the same status, and where the machine is free (the identity,
the logical pages, which of several views at a port) a choice that it allows. Prints the first step that is not, and how
often each operation was done and refused; the last line is `N passed, N failed`, where a step is a test.
"""

import argparse
import sys
from collections import Counter
from pathlib import Path

import mlw

ROOT = Path(__file__).resolve().parent.parent.parent
KINDS = ["Object", "Pin", "Pin2", "Mdl", "PageList", "Contiguous", "Pointer", "View", "Video", "Adl", "Object",
         "AdapterObject", "ObjectView", "System"]  # what is no kind is Object, which no call has for an argument
STATUSES = """Ok BadAdapter BadIrql Exclusive BadKind BadIndex NoSaveArea BadSize TooLarge Pinned NotPinned BadCount
BadPage BadHandle BadAddress BadProcess BadSpace NotOwned CacheConflict PlaceTaken Pressure NoSlot NoRange NoAdapter
NoCommit NotVisible BadResource Attached NotExclusive Blocked Bypass NoMore BadMode Bound Opened InUse NotOfObject
BadFlags NotLead Linked Removed Asleep BadPower""".split()
CALLS = """Start Stop Attach ExclusiveBegin ExclusiveEnd PinSave UnpinSave MapPages UnmapPages MapPointer UnmapPointer
MapView UnmapView Create Open Close Destroy AllocateAdl FreeAdl MapObject UnmapObject SetPower Remove Link EndView
Translate""".split()
FIELDS = """operation status id base answer_page irql strict handle_left adapter object handle address process bytes
offset at page index kind space slack pressure creating contiguous user view_kind view_space view_user view_cache
view_process view_physical view_length view_at type bound cache physical length current count""".split()
CAPTURING = {"PinSave", "MapPages", "AllocateAdl"}
HANDLES = 1 << 64


def pick(names, number, otherwise):
    return names[number] if number < len(names) else otherwise


def space_of(number):
    return pick(["Memory", "Ports"], number, "NoSpace")


class Table:
    """A function that is this everywhere, but for what is in the table."""

    def __init__(self, otherwise, table=()):
        self.otherwise, self.table = otherwise, dict(table)

    def __call__(self, key):
        return self.table.get(key, self.otherwise)


def listed(numbers):
    return lambda k: numbers[k] if 0 <= k < len(numbers) else 0


class Judge:
    def __init__(self, path, sizes):
        names = "memory_pages logical_pages window_pages chain_max resources_max waiting_max".split()
        self.m = mlw.machine(path, {**dict(zip(names, sizes)), "handles": HANDLES})
        self.state = self.m["state"](given=Table(False), live=Table(False), what=Table(self.m["blank"]),
                                     adapter=Table(self.m["stopped"]), commit=0)
        self.ids = []
        identities = lambda: self.ids  # noqa: E731
        pages = lambda: range(sizes[0])  # noqa: E731
        # one identity was never given: the machine asks whether there is any
        mlw.World.ranges = {**{name: identities for name in "hgvao"}, "b": lambda: range(sizes[1]), "p": pages}
        self.look()

    def look(self):
        """The identities that say anything in this state, and one that is free."""
        self.ids = [*self.state.live.table, *self.state.adapter.table, HANDLES - 1]

    def settle(self, after, named):
        """The state after a step as tables again: a step moves what is live, started, or named by it."""
        touched = dict.fromkeys([*self.ids, named])
        live = {h: True for h in touched if after.live(h)}
        for h in touched:
            if after.given(h):
                self.state.given.table[h] = True
        self.state = self.m["state"](
            given=self.state.given, commit=after.commit, live=Table(False, live),
            what=Table(self.m["blank"], {h: after.what(h) for h in live}),
            adapter=Table(self.m["stopped"], {x: after.adapter(x) for x in touched if after.adapter(x).running}))
        self.look()

    def frames(self, pages):
        return self.m["frames"](count=len(pages), nth=listed(pages))

    def call(self, name, s, rest):
        """The call as the machine has it."""
        kind = pick(KINDS, s["kind"], "Object")
        x, o, handle = s["adapter"], s["object"], s["handle"]
        arguments = {
            "Stop": [x], "Attach": [x], "ExclusiveBegin": [x], "ExclusiveEnd": [x], "Remove": [x], "Close": [o],
            "Destroy": [o], "SetPower": [x, pick(["D0", "D1", "D2", "D3"], s["index"], "NoPower")], "Link": [x, o],
            "PinSave": [x, kind, s["index"], s["bytes"]], "UnpinSave": [x, s["index"]], "MapPages": [x, kind],
            "UnmapPages": [x, kind, handle], "MapPointer": [x, s["index"], s["bytes"], s["offset"]],
            "UnmapPointer": [x, s["index"], s["address"]],
            "UnmapView": [x, kind, space_of(s["space"]), s["address"], s["process"]],
            "Open": [o, x, s["creating"] != 0], "AllocateAdl": [o, s["offset"], s["bytes"], s["contiguous"] != 0],
            "FreeAdl": [o, handle], "MapObject": [o, s["user"] != 0, s["offset"], s["bytes"]],
            "UnmapObject": [o, s["address"], s["bytes"]], "EndView": [o, s["process"]], "Translate": [x, s["page"]]}
        if name == "Start":
            return name, self.start(rest)
        if name == "MapView":
            return name, x, self.m["view"](
                vkind=pick(KINDS, s["view_kind"], "Object"), vspace=space_of(s["view_space"]),
                vuser=s["view_user"] != 0, vcache=s["view_cache"], vprocess=s["view_process"],
                vphysical=s["view_physical"], vlength=s["view_length"])
        if name == "Create":
            memory = pick(["MdlMemory", "ContiguousMemory", "Section", "IoSpace"], s["type"], "NoMemory")
            return name, self.m["object"](omemory=memory, obound=s["bound"] != 0, ocache=s["cache"],
                                          ophysical=s["physical"], olength=s["length"])
        return (name, *arguments[name])

    def start(self, rest):
        mode, capability, linked, waiting, chain, commit, installed, visible, resources = rest[:9]
        saves = min(chain, self.m["chain_max"])
        ranges = rest[9 + saves:]
        listing = [self.m["resource"](rspace=space_of(a), start=b, size=c)
                   for a, b, c in zip(ranges[::3], ranges[1::3], ranges[2::3])]
        return self.m["start"](
            smode=pick(["Identity", "Remapping"], mode, "NoMode"),
            scapability=pick(["ByMdl", "ByAdl"], capability, "NoCapability"), slinked=linked != 0, waiting=waiting,
            schain=chain, save_bytes=listed(rest[9:9 + saves]), commit_limit=commit, installed_pages=installed,
            highest_visible=visible, resources=resources, nth_resource=listing.__getitem__)

    def step(self, numbers):
        """None, or what the machine says otherwise."""
        s = dict(zip(FIELDS, numbers))
        name, rest = CALLS[s["operation"]], numbers[len(FIELDS):]
        pages, rest = rest[:s["count"]], rest[s["count"]:]
        call = self.call(name, s, rest)
        caller = self.m["caller"](
            irql=s["irql"], current=s["current"], strict=s["strict"] != 0, pressure=s["pressure"] != 0,
            handle_left=s["handle_left"] != 0, list=self.frames(pages),
            offered=s["view_at"] if name == "MapView" else s["at"], slack=s["slack"])
        wanted, seen = self.m["status_of"](self.state, caller, call), STATUSES[s["status"]]
        if wanted != seen:
            return f"status: expected {wanted}, seen {seen}"
        made = self.m["made_by"](self.state, caller, call, s["base"]) if seen == "Ok" else "Nothing"
        answer = self.m["answer"](status=seen, id=s["id"], where=made[1].on if made != "Nothing" else 0,
                                  first_page=s["base"], page=s["answer_page"])
        after = mlw.Unknown()
        if not self.m["step"](self.state, caller, call, answer, after):
            return f"the machine does not allow the answer {answer}"
        if after.value is not self.state:
            self.settle(after.value, s["id"])
        self.seen[name, seen == "Ok"] += 1
        return None

    seen = Counter()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("trace", type=Path)
    parser.add_argument("machine", type=Path, nargs="?", default=ROOT / "spec/machine/machine.mlw")
    options = parser.parse_args()
    judged = 0
    with options.trace.open(encoding="ascii") as lines:
        judge = Judge(options.machine, [int(n) for n in next(lines).split()])
        for judged, line in enumerate(lines, 1):
            wrong = judge.step([int(n) for n in line.split()])
            if wrong:
                numbers = dict(zip(FIELDS, line.split()))
                print(f"step {judged}, {CALLS[int(numbers['operation'])]}: {wrong}\n  {numbers}")
                print(f"{judged - 1} passed, 1 failed")
                return 1
    missing = [name for name in CALLS if not judge.seen[name, True]]
    for name in CALLS:
        print(f"{name:<16} done {judge.seen[name, True]:>6}, refused {judge.seen[name, False]:>6}")
    if missing and judged > 10000:
        print(f"never done: {', '.join(missing)}")
    print(f"{judged} passed, {len(missing) if judged > 10000 else 0} failed")
    return 1 if missing and judged > 10000 else 0


if __name__ == "__main__":
    sys.exit(main())
