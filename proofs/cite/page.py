# SPDX-License-Identifier: MIT
"""The report as one page of HTML: no file beside it, no network, no script."""

from collections import defaultdict
from pathlib import Path

from cite import ids, shown
from cite.index import SHIPPED, Index
from cite.markup import STYLE, badge, inline, listed, paragraph, table, text
from cite.receipt import State
from cite.runs import Runs
from cite.shown import Pen
from cite.spec import Entry

History = list[tuple[str, str, dict[str, float]]]
SOUNDNESS = "proofs/SOUNDNESS.md"


def write(index: Index, runs: Runs, state: State, history: History) -> str:
    parts = [
        ("claim", "The claim", _claim(index, runs, state)),
        ("theorems", "The theorems", _theorems(index)),
        ("machine", "The state machine", shown.machine(index)),
        ("clauses", "The clauses", _clauses(index)),
        ("rules", "The public pages", _rules(index)),
        ("assumptions", "What is assumed", _assumptions(index)),
        ("time", "Time", _time(runs, history)),
    ]
    links = "".join(f'<a href="#{id}">{text(title)}</a>' for id, title, _ in parts)
    body = "".join(f'<h2 id="{id}">{text(title)}</h2>\n{content}' for id, title, content in parts)
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>dxgmap: the proof</title>\n<style>{STYLE}{shown.filters()}</style>\n</head>\n<body>\n"
        f"<h1>dxgmap: the proof</h1>\n<nav>{links}</nav>\n{body}</body>\n</html>\n"
    )


def _claim(index: Index, runs: Runs, state: State) -> str:
    verdict = badge(runs.verdict, "good" if runs.green and not (runs.missing or runs.other) else "bad")
    counts = [f"{proved} of {whole} goals in profile {name}" for name, (proved, whole) in runs.counts().items()]
    found = f'<p class="big">{verdict} {text("; ".join(counts))}.</p>\n'
    found += paragraph(f"From {runs.source}.")
    found += paragraph(
        "Whatever a driver calls, in whatever order, with whatever arguments: the core of the library never answers "
        "for a mapping that was released, and never loses one that was not. The theorems below say this precisely; "
        "each clause of the specification leads to the statement, the goals and the provers behind it."
    )
    found += table(["what", "which"], [
        ["the library", f"<code>{SHIPPED}</code>, sha256 <code>{index.shipped}</code>"],
        ["the receipt", text("; ".join(state.lines))],
        ["the tools", text(", ".join(f"{tool} {version}" for tool, version in index.stored.tools.items()))],
        ["again", "<code>make prove</code> proves it cold; <code>make cite ID=T-UAU</code> says this of one id"],
    ])  # fmt: skip
    found += "<h3>What is not claimed</h3>\n" + listed(inline(limit) for limit in _limits(index.tree.root))
    missing = [case for case in runs.cases if not case.prover]
    red = [f"<code>{text(case.name)}</code> ({text(case.unit)}, {case.profile})" for case in missing]
    red += [inline(f"{where}: {what}" if where else what) for _, where, what in runs.problems]
    return found + (f"<h3>Why it is red</h3>\n{listed(red)}" if red else "")


def _limits(root: Path) -> list[str]:
    """The points of SOUNDNESS.md, `What is not proved`."""
    path = root / SOUNDNESS
    section = path.read_text().split("## What is not proved", 1)[-1].split("\n## ", 1)[0] if path.is_file() else ""
    return [" ".join(point.split()) for point in section.split("\n- ")[1:]]


def _theorems(index: Index) -> str:
    theorems = [id for id, entry in index.entries.items() if entry.kind == "theorem"]
    return "".join(shown.theorem(index, id, PEN) for id in theorems)


def _link(id: str) -> str:
    return f'<a href="#{text(id)}">{text(id)}</a>'


PEN = Pen(_link)


def _clauses(index: Index) -> str:
    by_file: dict[str, list[Entry]] = defaultdict(list)
    for entry in index.entries.values():
        if entry.kind == "clause":
            by_file[entry.where.split(":")[0]].append(entry)
    found = ""
    for file, entries in by_file.items():
        found += f"<h3>{text(Path(file).stem.replace('_', ' '))}</h3>\n"
        found += "".join(shown.clause(index, entry, PEN) for entry in sorted(entries, key=_line))
    return shown.filtered(found)


def _line(entry: Entry) -> int:
    return int(entry.where.rsplit(":", 1)[1])


def _rules(index: Index) -> str:
    rules = [entry for entry in index.entries.values() if entry.kind == "rule"]
    rows = []
    met = proved = 0
    for entry in rules:
        led = [id for id in entry.cites if index.entries[id].kind == "clause"]
        met += bool(led)
        proved += any(index.evidence[id].goals for id in led)
        leads = ", ".join(_link(id) for id in led) or inline(entry.more["model"])
        pages = ids.named(entry.more["pages"], index.entries)
        links = ", ".join(f'<a href="{text(index.entries[key].more["address"])}">{key}</a>' for key in pages)
        rows.append([f'<span id="{entry.id}">{entry.id}</span>', inline(entry.text), leads, links])
    share = f"{met} of {len(rules)} rules are met by clauses, {proved} by one that is proved; the rest say why not."
    return paragraph(share) + table(["rule", "in our words", "clauses", "pages"], rows)


def _assumptions(index: Index) -> str:
    rows = []
    for id, entry in index.entries.items():
        if entry.kind == "assumption":
            cells = [entry.more["sort"], entry.text, entry.more["why"], entry.more["checked how"]]
            rows.append([f'<span id="{id}">{id}</span>', *map(inline, cells)])
    return table(["id", "kind", "scope", "why", "checked how"], rows)


def _time(runs: Runs, history: History) -> str:
    times: dict[str, float] = defaultdict(float)
    goals: dict[str, int] = defaultdict(int)
    profile = runs.profiles()[0] if runs.cases else "default"
    for case in runs.cases:
        if case.profile == profile:
            times[case.unit] += case.seconds
            goals[case.unit] += 1
    most = max(times.values(), default=1) or 1
    shown = list(reversed(history[:4]))
    rows = []
    for unit, seconds in sorted(times.items(), key=lambda item: -item[1]):
        then = [f"{run[unit]:.0f}" if unit in run else "" for _, _, run in shown]
        bar = f'<span class="bar" style="width: {seconds / most * 8:.2f}rem"></span>'
        rows.append([f"<code>{text(unit)}</code>", str(goals[unit]), f"{seconds:.1f} s", bar, *then])
    found = paragraph(f"Of the provers, in profile {profile}, a unit; and in the last stored proofs, in seconds.")
    columns = ["unit", "goals", "time", "", *(f"{commit} ({day})" for commit, day, _ in shown)]
    found += table(columns, rows, frozenset({1, 2, *range(4, 4 + len(shown))}))
    whole = [[f"<code>{text(commit)}</code>", text(day), f"{sum(run.values()):.0f} s"] for commit, day, run in history]
    kept = table(["commit", "day", "time"], whole, frozenset({2}))
    return found + (f"<h3>The kept runs</h3>\n{kept}" if whole else "")
