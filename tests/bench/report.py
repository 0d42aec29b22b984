#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Makes a table, bench.json and bench.html of what tests/bench/bench.c measured, with each ratio against its target.

    python3 tests/bench/report.py [--base BASE] RESULTS FOLDER [-v]

BASE is what the same benchmark measured of another revision of the library: each of our figures is shown beside its.
RESULTS has a JSON object a line. The exit code is 1 when it is not what the benchmark writes, and 0 whatever the speed:
a target that is missed is said, and fails nothing. -v shows each contender's spread in the table of the terminal too.
"""

import argparse
import json
import sys
from pathlib import Path
from statistics import median_low

import page
from targets import ELSEWHERE, PUBLISHED, targets

GROUPS = [
    ("Translate one logical page", ("W1", "W2", "W3", "W4")),
    ("Map + unmap n pages, 1000 other mappings live", ("W5",)),
    ("Contiguous memory, and scatter lists", ("W6",)),
    ("Growth: mappings of one page live", ("W7",)),
    ("Memory, through the Windows callbacks", ("memory",)),
    ("Calls of the system, one of each", ("calls",)),
    ("Threads: lookups of all readers, and pairs of the writer", ("W8",)),
    ("Memory, and the start of an adapter", ("bytes", "start")),
    ("The face: pairs by the Windows callbacks, stacks kept", ("F1", "F2")),
    ("The face: pairs on adapters of their own, by threads", ("F8",)),
    ("The face: a stop, a life, and memory", ("F3", "F4", "F5", "F6", "F7")),
]
# The heads of the terminal's columns.
SHORT = {"operation, identity": "identity", "operation, remapping": "remap.", "remapping, quarantine": "quarant.",
         "large, identity": "large i.", "large, remapping": "large r.",
         "unit, unsynchronised": "unsynch.", "copy + count": "copy+cnt", "callbacks, memory": "callbacks",
         "calls + pages": "calls", "GHashTable": "GHashT.", "rculfhash": "rculfh."}
WIDTH, CELL = 120, 9


class BadResults(Exception):
    """What is wrong with the results, and where."""


class Result:
    def __init__(self, row):
        self.workload, self.case, self.contender = (row[k] for k in ("workload", "case", "contender"))
        self.unit = row["unit"]
        self.suites = row["suites"]
        samples = [s for suite in self.suites for s in suite]
        self.low, self.high = min(samples), max(samples)
        medians = [median_low(suite) for suite in self.suites]
        # the better of the suites' medians: what disturbs a run makes it slower
        self.value = max(medians) if self.unit.endswith("/s") else min(medians)

    @property
    def key(self):
        return self.workload, self.case

    def as_json(self):
        return {"workload": self.workload, "case": self.case, "contender": self.contender, "unit": self.unit,
                "value": self.value, "min": self.low, "max": self.high, "suites": self.suites}


class Run:
    """All that one run of the benchmark wrote."""

    def __init__(self, lines):
        self.about, self.contenders, self.results, ended = None, [], {}, False
        for number, line in enumerate(lines, 1):
            row = self.parse(line, number)
            try:
                if row["row"] == "run":
                    self.about = row
                elif row["row"] == "contender":
                    self.contenders.append(row)
                elif row["row"] == "result":
                    self.add(Result(row))
                elif row["row"] == "end":
                    ended = True
                else:
                    raise BadResults(f"line {number}: no such row: {row['row']}")
            except (KeyError, TypeError, ValueError) as wrong:
                raise BadResults(f"line {number}: not a row of the benchmark ({wrong!r})") from wrong
        if self.about is None or not self.results:
            raise BadResults("there are no results")
        if not ended:
            raise BadResults("the last line is missing: the benchmark did not come to its end")

    @staticmethod
    def parse(line, number):
        try:
            row = json.loads(line)
        except json.JSONDecodeError as wrong:
            raise BadResults(f"line {number}: not JSON: {wrong}") from wrong
        if not isinstance(row, dict) or "row" not in row:
            raise BadResults(f"line {number}: not a row of the benchmark")
        return row

    def add(self, result):
        self.results.setdefault(result.key, {})[result.contender] = result

    def value(self, key, contender):
        found = self.results.get(key, {}).get(contender)
        return found.value if found else None

    def derived(self, key, table):
        """The figure of a table that was not here, or None."""
        if key not in PUBLISHED or table not in PUBLISHED[key][2]:
            return None
        bridge, elsewhere, there = PUBLISHED[key]
        here = self.value(elsewhere or key, bridge)
        return None if here is None else here * there[table] / there[bridge]

    def bound(self, target):
        """What keeps a target's figure up, as JSON has it: None for none, its value None when it was not measured."""
        bound = target.bound
        if bound is None:
            return None
        plus, minus = ([self.value(*row) for row in rows] for rows in (bound.plus, bound.minus))
        value = None if None in plus + minus else sum(plus) - sum(minus)
        return {"words": bound.words, "value": value}

    def reference(self, target):
        """What a target's limit is a multiple of: (figure, words), the figure None when it was not measured."""
        against = target.against
        if against is None:
            return 1, ""
        if isinstance(against, tuple) and isinstance(against[0], tuple):
            return self.value(*against), f"{against[1]}"
        if isinstance(against, tuple) and against in self.results:
            return self.value(against, target.ours), against[1]
        if isinstance(against, tuple):
            parts = [self.value(target.workload, who) for who in against]
            return (None if None in parts else sum(parts)), " + ".join(against)
        found = self.value(target.workload, against)
        if against in ELSEWHERE:
            return self.derived(target.workload, against), f"{against}*"
        return found, against


def judge(run):
    """Each target with its value: a list of dicts."""
    judged = []
    for t in targets():
        ours, (base, words) = run.value(t.workload, t.ours), run.reference(t)
        value = met = None
        if ours and base:
            faster = t.sense == "least" and not unit_of(run, t).endswith("/s")
            value = base / ours if faster else ours / base
            met = value <= t.limit if t.sense == "most" else value >= t.limit
        judged.append({"workload": t.workload[0], "case": t.workload[1], "ours": t.ours, "sense": t.sense,
                       "limit": t.limit, "against": words, "unit": t.unit, "note": t.note, "value": value, "met": met,
                       "bound": run.bound(t)})
    return judged


def unit_of(run, target):
    return run.results[target.workload][target.ours].unit


def number(value):
    """Three digits that say something."""
    if value >= 100:
        return f"{value:.0f}"
    return f"{value:.{2 if value < 10 else 1}f}"


SCALES = {"ns": ((1e6, "ms"), (1e3, "us"), (1, "ns")), "bytes": ((1 << 20, "MiB"), (1 << 10, "KiB"), (1, "B")),
          "k/s": ((1e3, "M/s"), (1, "k/s"))}


def quantity(value, unit):
    if value is None:
        return "-"
    for scale, name in SCALES.get(unit, ((1, unit),)):
        if value >= scale or scale == 1:
            return f"{number(value / scale)} {name}".rstrip()
    return number(value)


def claim(t):
    """A target in words: (the value, the limit)."""
    unit = t["unit"]
    sign = "<=" if t["sense"] == "most" else ">="
    if not t["against"]:
        return quantity(t["value"], unit), f"{sign} {quantity(t['limit'], unit)}"
    value = "-" if t["value"] is None else f"{number(t['value'])}x"
    speed = "speed of " if t["sense"] == "least" else ""
    return value, f"{sign} {t['limit']:g}x {speed}{t['against']}"


def verdict(t):
    return {None: "not measured", True: "met", False: "MISSED"}[t["met"]]


def columns_of(run, keys):
    there = {who for key in keys for who in run.results[key]}
    return [c["name"] for c in run.contenders if c["name"] in there]


def group_keys(run, workloads):
    return [key for key in run.results if key[0] in workloads]


def print_results(run, verbose):
    for title, workloads in GROUPS:
        keys = group_keys(run, workloads)
        if not keys:
            continue
        columns = columns_of(run, keys)
        label = max(len(f"{w} {c}") for w, c in keys)
        print(f"\n{title}")
        across = (WIDTH - label) // CELL
        for first in range(0, len(columns), across):
            shown = columns[first:first + across]
            print(" " * label + "".join(f"{SHORT.get(c, c):>{CELL}}" for c in shown))
            for key in keys:
                cells = [run.results[key].get(c) for c in shown]
                print(f"{' '.join(key):<{label}}" + "".join(
                    f"{quantity(r.value, r.unit).replace(' ', '') if r else '-':>{CELL}}" for r in cells))
                if verbose:
                    print(" " * label + "".join(f"{spread(r) if r else '':>{CELL}}" for r in cells))


def spread(result):
    """How far the samples go below and above the figure, percent of it."""
    return f"{result.low / result.value - 1:+.0%}{min(9.99, result.high / result.value - 1):+.0%}".replace("%", "", 1)


def print_targets(judged):
    print("\nTargets")
    for t in judged:
        value, limit = claim(t)
        what = f"{t['workload']} {t['case']}"
        limit += f" ({t['note']})" if t["note"] else ""
        print(f"  {verdict(t):<13}{what:<38}{SHORT.get(t['ours'], t['ours']):<11}{value:>9}  {limit}")
        if t["bound"]:
            value = quantity(t["bound"]["value"], t["unit"])
            print(f"  {'':<13}{'':<38}{'bound here':<11}{value:>9}  {t['bound']['words']}")
    counts = {word: sum(verdict(t) == word for t in judged) for word in ("met", "MISSED", "not measured")}
    print("  " + ", ".join(f"{n} {word}" for word, n in counts.items()))


def heading(about):
    return [f"{about['model']}, {about['cores']} cores, Linux {about['kernel']}; pinned to CPU {about['cpu']}; "
            f"memory pages: {about['pages']}",
            f"{about['compiler']} {about['flags']}; {about['size']} run: suites of {about['repeats']} repeats, "
            f"{about['suites']} of them, the better median"]


OURS = ("unit", "operation", "face")


def beside_base(run, base):
    """Our figures that both have: [(key, contender, ours, base's, ours as a multiple of it)]."""
    ours = [c["name"] for c in run.contenders if c["level"] in OURS]
    pairs = [(key, who, run.value(key, who), base.value(key, who)) for key in run.results for who in ours]
    return [(key, who, a, b, a / b) for key, who, a, b in pairs if a and b]


def print_base(run, compared):
    print(f"\n{'Beside the base':<38}{'':<22}{'now':>10}{'base':>10}{'x':>8}")
    for key, who, now, then, times in compared:
        unit = run.results[key][who].unit
        print(f"{' '.join(key):<38}{who:<22}{quantity(now, unit):>10}{quantity(then, unit):>10}{number(times):>8}")


NOTES = [
    "bound here: what keeps the figure above it up on this machine, measured in the same run (targets.py has the",
    "  rows). A target that is missed is missed all the same.",
    "* derived, not measured here: (time of a bridge here) x (its time / the bridge's, elsewhere). The bridge is",
    "  GHashTable; ck_ht under threads; for 1 GiB contiguous, GHashTable at n = 262144.",
    "unit: the translation unit alone. identity, remapping: the whole verified operation, of an MDL and of an ADL:",
    "  gate, handle, range, capture, owner, counts, cache (in identity mode the counts are the cache). quarantine:",
    "  remapping, while released ranges wait. large: the profile of 2^28 pages. The library is compiled into the",
    "  loops, as in a program that drops it in; the peers' code is what Debian ships.",
    "face: the callbacks as a driver calls them, both stacks kept. ASan: malloc + free of 64 bytes under",
    "  AddressSanitizer in a process of its own, which keeps two stacks too.",
]


class Unreadable(Exception):
    """Which file, and what is wrong with it."""


def read(path):
    try:
        return Run(path.read_text(encoding="utf-8").splitlines())
    except (BadResults, OSError, UnicodeDecodeError) as wrong:
        raise Unreadable(f"{path}: {wrong}") from wrong


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("results", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--base", type=Path, help="results of the same benchmark on another revision")
    parser.add_argument("-v", action="store_true", help="show the spread of each figure: its least and its greatest")
    options = parser.parse_args()
    try:
        run = read(options.results)
        base = read(options.base) if options.base else None
    except Unreadable as wrong:
        print(f"report: {wrong}", file=sys.stderr)
        return 1
    judged = judge(run)
    compared = beside_base(run, base) if base else []
    print("\n".join(heading(run.about)))
    print_results(run, options.v)
    print_targets(judged)
    if compared:
        print_base(run, compared)
    print("\n".join(NOTES))
    options.folder.mkdir(parents=True, exist_ok=True)
    derived = [{"workload": key[0], "case": key[1], "table": table, "value": run.derived(key, table)}
               for key, (bridge, _, there) in PUBLISHED.items() for table in there if table != bridge]
    everything = {"run": run.about, "contenders": run.contenders, "derived": derived, "targets": judged,
                  "results": [r.as_json() for of in run.results.values() for r in of.values()],
                  "base": [{"workload": key[0], "case": key[1], "contender": who, "now": now, "base": then}
                           for key, who, now, then, _ in compared]}
    (options.folder / "bench.json").write_text(json.dumps(everything, indent=1) + "\n", encoding="utf-8")
    html = page.make(run, judged, compared, heading(run.about), NOTES)
    (options.folder / "bench.html").write_text(html, encoding="utf-8")
    print(f"wrote {options.folder / 'bench.json'}\nand   {options.folder / 'bench.html'}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
