# SPDX-License-Identifier: MIT
"""What the results are held against: figures of tables that no Debian package has as a library, and the targets.

PUBLISHED was measured elsewhere: one process, pinned, on a 2-core x86-64 machine, gcc 12 -O3, 4 KiB pages. Only its
ratios are used: a table that cannot run in this process is related to it through one that was measured there and here,
  its time here = (time of the bridge here) x (its time there / time of the bridge there).
"""

GHASH, CK = "GHashTable", "ck_ht"
SPDK, LINUX = "SPDK mem_map", "Linux io-pgtable"
UNIT, IDENTITY, REMAPPING = "unit", "operation, identity", "operation, remapping"
QUARANTINE = "remapping, quarantine"
LARGE = "large, identity", "large, remapping"
MEMORY = "callbacks, memory"
FLOOR, COUNTED = "floor", "copy + count"
FACE, ASAN = "face", "ASan"
MSYNC, BARE = "msync", "calls + pages"
ELSEWHERE = {SPDK, LINUX}
US, MS = 1e3, 1e6

W1, W2 = ("W1", "one mapping of 256"), ("W2", "4096 of 16")
W3, W3Z = ("W3", "65536 of 64, uniform"), ("W3", "65536 of 64, Zipf .99")
W4, W4L = ("W4", "1 GiB contiguous"), ("W4", "16 GiB contiguous")
RUN, SHARED = ("W6", "map + unmap 1 GiB"), ("W8", "2 readers and a writer")


def pair(n):
    return "W5", f"n = {n}"


# of each workload: the bridge, where it was measured (None: in the same workload), and nanoseconds there (W8: M/s)
PUBLISHED = {
    W1: (GHASH, None, {GHASH: 7.4, SPDK: 1.84, LINUX: 9.4}),
    W2: (GHASH, None, {GHASH: 7.7, SPDK: 2.45, LINUX: 10}),
    W3: (GHASH, None, {GHASH: 35, SPDK: 9.7, LINUX: 50}),
    W3Z: (GHASH, None, {GHASH: 26, SPDK: 11.0, LINUX: 35}),
    W4: (GHASH, None, {GHASH: 9.0, SPDK: 1.7, LINUX: 8.3}),
    W4L: (GHASH, None, {GHASH: 34, SPDK: 1.9, LINUX: 8.2}),
    # of Linux with the 19 ns that its range allocator takes at least
    pair(1): (GHASH, None, {GHASH: 24, SPDK: 16, LINUX: 39 + 19}),
    pair(16): (GHASH, None, {GHASH: 399, SPDK: 167, LINUX: 377 + 19}),
    pair(256): (GHASH, None, {GHASH: 5927, SPDK: 2540, LINUX: 5609 + 19}),
    pair(4096): (GHASH, None, {GHASH: 277 * US, SPDK: 30 * US, LINUX: 85 * US}),
    pair(262144): (GHASH, None, {GHASH: 10.8 * MS, SPDK: 2.1 * MS, LINUX: 5.6 * MS}),
    RUN: (GHASH, pair(262144), {GHASH: 10.8 * MS, SPDK: 5.6 * US, LINUX: 1.5 * US}),
    SHARED: (CK, None, {CK: 55, SPDK: 559, LINUX: 145}),
}


class Bound:
    """What keeps a figure from its target here, in words, and how much that is: the sum of the rows in `plus`, less
    those in `minus`. A row is a workload and a contender. It is said beside the target, and changes no verdict."""

    def __init__(self, words, plus, minus=()):
        self.words, self.plus, self.minus = words, plus, minus


class Target:
    """One claim: `ours` in `workload` is in `sense` ("most" or "least") the `limit`, which is a multiple of what
    `against` names, or a number in `unit` when it names nothing; then it may have a bound, in the same unit."""

    def __init__(self, workload, ours, sense, limit, against=None, unit="", note="", bound=None):
        self.workload, self.ours, self.sense, self.limit = workload, ours, sense, limit
        self.against, self.unit, self.note, self.bound = against, unit, note, bound


def targets():
    lookups = ((W1, 4, 1.35), (W2, 2.7, 1.8), (W3, 1.25, 1.6), (W3Z, 1.9, 1.9), (W4, 1.05, 1.8), (W4L, .25, 1.8))
    for workload, floor, spdk in lookups:
        yield Target(workload, UNIT, "most", floor, FLOOR)
        yield Target(workload, UNIT, "least", spdk, SPDK)
    for workload, floor in ((W1, 3), (W2, 2.1), (W3, 1.05)):
        yield Target(workload, UNIT, "most", floor, FLOOR, note="stretch")
    for n, floor, spdk in ((256, 1.4, 75), (4096, .75, 30), (262144, .75, 12)):
        yield Target(pair(n), UNIT, "most", floor, FLOOR)
        yield Target(pair(n), UNIT, "least", spdk, SPDK)
    both = Bound("identity, and the unit", [(pair(1), IDENTITY), (pair(1), UNIT)])
    for ours, parts in ((IDENTITY, None), (REMAPPING, both)):
        pages = Bound("n = 1, and copy + count of 15 pages more", [(pair(1), ours), (pair(16), COUNTED)],
                      [(pair(1), COUNTED)])
        yield Target(pair(1), ours, "most", 60, unit="ns")
        yield Target(pair(1), ours, "most", 40, unit="ns", note="stretch", bound=parts)
        yield Target(pair(16), ours, "most", 40, unit="ns", note="stretch", bound=pages)
        yield Target(pair(1), ours, "least", 1.4, LINUX)
        yield Target(pair(16), ours, "least", 1.4, LINUX)
        # in identity mode the unit has no part in it; what it takes is a hundredth of the sum
        yield Target(pair(262144), ours, "most", 1.5, (COUNTED, UNIT))
        yield Target(("W7", "map + unmap, 100000 live"), ours, "most", 1.2, ("W7", "map + unmap, 10 live"))
    for ours in (IDENTITY, REMAPPING, *LARGE):
        yield Target(("start", "time"), ours, "most", 5 * MS, unit="ns")
        yield Target(("start", "memory touched"), ours, "most", 1 << 20, unit="bytes")
    for n in (1, 16, 256, 4096, 65536, 262144):
        yield Target(pair(n), QUARANTINE, "most", 1.2, REMAPPING)
    yield Target(RUN, QUARANTINE, "most", 1.2, REMAPPING)
    yield Target(RUN, UNIT, "least", 1, SPDK)
    yield Target(RUN, UNIT, "most", 500, unit="ns", note="stretch")
    yield Target(RUN, UNIT, "least", 1, LINUX)
    yield Target(("W7", "translate, 100000 live"), UNIT, "most", 1.2, ("W7", "translate, 10 live"))
    yield Target(SHARED, UNIT, "least", .95, "unit, unsynchronised")
    yield Target(SHARED, UNIT, "least", 2, SPDK)
    for what in ("device read 64", "device write 64"):
        yield Target(("memory", f"{what}, library's"), MEMORY, "most", 30, unit="ns")
        own = "memory", f"{what}, driver's own"
        asked = Bound("msync alone, which asks for the page", [(own, MSYNC)])
        yield Target(own, MEMORY, "most", 30, unit="ns", bound=asked)
    yield Target(("memory", "device read 64, to the heap"), MEMORY, "most", 30, unit="ns")
    yield Target(("memory", "device write 64, from the heap"), MEMORY, "most", 30, unit="ns")
    yield Target(("memory", "device read 1 MiB, scattered"), MEMORY, "most", 1.3, "memcpy")
    yield Target(("memory", "pin2 + unpin 256 MiB"), MEMORY, "most", 1.5, "memcpy")
    yield Target(("memory", "view 4 KiB"), MEMORY, "most", 1.3, "mmap")
    yield Target(("memory", "view 16 MiB"), MEMORY, "most", 1.3, "mmap")
    yield from face_pairs()


def face_pairs():
    """What the callbacks cost a driver."""
    for what, core in (("MDL", IDENTITY), ("ADL", REMAPPING)):
        yield Target(("F1", f"{what} pair, n = 1"), FACE, "most", 1, ASAN)
        yield Target(("F1", f"{what} pair, n = 256"), FACE, "most", 2, (pair(256), core))
    yield Target(("F2", "MDL pair, mapped a million times"), FACE, "most", 1.2, ("F2", "MDL pair, mapped once more"))
    for what in ("MDL", "ADL"):
        yield Target(("F8", f"{what} pairs, 2 threads"), FACE, "least", 1.8, ("F8", f"{what} pairs, 1 thread"))
    yield Target(("F3", "stop with 50000 leaks"), FACE, "most", 50 * MS, unit="ns")
    yield Target(("F4", "a live mapping of one page"), FACE, "most", 200, unit="bytes")
    life = "F5", "open, start, stop, close"
    alone = Bound("the same calls and first stores alone", [(life, BARE)])
    yield Target(life, FACE, "most", 50 * US, unit="ns", bound=alone)
    yield Target(("F6", "resident when idle"), FACE, "most", 1 << 20, unit="bytes")
    yield Target(("F7", "mappings, many pairs of views"), FACE, "most", 1, ("F7", "mappings, 10 pairs of views"))
