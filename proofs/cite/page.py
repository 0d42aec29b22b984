# SPDX-License-Identifier: MIT
"""The report as one page of HTML: no file beside it, no network, no script."""

import re
from collections import defaultdict
from pathlib import Path

from cite import drawing, ids
from cite.index import SHIPPED, Index
from cite.markup import STYLE, badge, code, folded, inline, listed, paragraph, table, text
from cite.receipt import State
from cite.runs import Runs
from cite.spec import Entry

History = list[tuple[str, str, dict[str, float]]]
SOUNDNESS = "proofs/SOUNDNESS.md"
FEW = 8


def write(index: Index, runs: Runs, state: State, history: History) -> str:
    parts = [
        ("claim", "The claim", _claim(index, runs, state)),
        ("theorems", "The theorems", _theorems(index)),
        ("machine", "The state machine", _machine(index)),
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
        f"<title>dxgmap: the proof</title>\n<style>{STYLE}{_filters()}</style>\n</head>\n<body>\n"
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
    found = ""
    for id, entry in index.entries.items():
        if entry.kind == "theorem":
            body = paragraph(entry.text) + paragraph(f"Not said: {entry.more['not said']}")
            body += _evidence(index, id) + _cited(index, id)
            title = re.match(r"\*\*(.*?)\*\*", entry.text)
            name = f" {inline(title[1])}" if title else ""
            found += folded(f"<strong>{id}</strong>{name} {_status(index, id)}", body, id=id)
    return found


def _status(index: Index, id: str) -> str:
    goals = index.evidence[id].goals
    if not goals:
        return badge("tested", "soft")
    open_ones = sum(not all(prover for prover, _ in goal.proofs.values()) for goal in goals)
    return badge(f"{open_ones} open", "bad") if open_ones else badge("proved", "good")


def _evidence(index: Index, id: str) -> str:
    found = index.evidence[id]
    body = "".join(code(f"{said.where}  {said.name}\n{said.text}") for said in found.said[:FEW])
    goals = []
    for goal in found.goals[:FEW]:
        prover, seconds = goal.proofs.get("default", next(iter(goal.proofs.values())))
        goals.append(f"<code>{text(goal.name)}</code>: {text(prover or 'nobody')}, {seconds} s")
    goals += [f"and {len(found.goals) - FEW} more goals"] if len(found.goals) > FEW else []
    body += f"<p>Goals:</p>\n{listed(goals)}" if goals else ""
    mutants = [f"{text(mutant.name)} (<code>{text(mutant.file)}:{mutant.line}</code>)" for mutant in found.mutants]
    body += f"<p>Mutants that leave one of them open:</p>\n{listed(mutants[:FEW])}" if mutants else ""
    tests = [f"<code>{text(test.where)}</code> {text(test.name)}" for test in found.tests]
    tests = tests[:FEW] + ([f"and {len(tests) - FEW} more"] if len(tests) > FEW else [])
    return body + (f"<p>Tests:</p>\n{listed(tests)}" if tests else "")


def _cited(index: Index, id: str) -> str:
    cited = [other for other in index.cited_by.get(id, []) if index.entries[other].kind == "clause"]
    return f"<p>Clauses: {', '.join(_link(other) for other in cited)}</p>\n" if cited else ""


def _link(id: str) -> str:
    return f'<a href="#{text(id)}">{text(id)}</a>'


def _machine(index: Index) -> str:
    found = paragraph("An adapter. The words at the arrows are the prefixes of the clauses.")
    found += f'<div class="wide">{drawing.svg(drawing.adapter_graph())}</div>\n'
    found += paragraph(
        "What a driver acquires, and in what it lives: acquisition / release. The stop of an adapter ends all that is "
        "its own. An adapter object is an object of the machine that was opened for the adapter; neither it nor an "
        "object is released while something lives in it."
    )
    return found + "".join(
        f'<div class="wide">{drawing.svg(drawing.mapping_graph(index, top))}</div>\n' for top in ("adapter", "machine")
    )


KINDS = {"all": "all", "proved": "proved", "tested": "tested", "cause": "causes of failure", "effect": "effects"}


def _filters() -> str:
    """Which clauses are seen, by a radio button before them: no script."""
    hidden = {"proved": ".tested", "tested": ".proved", "cause": ".effect", "effect": ".cause"}
    return "".join(f"#show-{kind}:checked ~ .clauses {other} {{ display: none; }}\n" for kind, other in hidden.items())


def _clauses(index: Index) -> str:
    by_file: dict[str, list[Entry]] = defaultdict(list)
    for entry in index.entries.values():
        if entry.kind == "clause":
            by_file[entry.where.split(":")[0]].append(entry)
    found = '<div class="filter">\n'
    for kind, title in KINDS.items():
        checked = " checked" if kind == "all" else ""
        found += f'<input type="radio" name="show" id="show-{kind}"{checked}><label for="show-{kind}">{title}</label>\n'
    found += '<div class="clauses">\n'
    for file, entries in by_file.items():
        found += f"<h3>{text(Path(file).stem.replace('_', ' '))}</h3>\n"
        found += "".join(_clause(index, entry) for entry in sorted(entries, key=_line))
    return found + "</div>\n</div>\n"


def _line(entry: Entry) -> int:
    return int(entry.where.rsplit(":", 1)[1])


def _clause(index: Index, entry: Entry) -> str:
    kinds = ["proved" if index.evidence[entry.id].goals else "tested", "cause" if entry.more.get("cause") else "effect"]
    cause = f" <code>{text(entry.more['cause'])}</code>" if entry.more.get("cause") else ""
    summary = f"<strong>{entry.id}</strong>{cause} {_status(index, entry.id)} <span>{inline(entry.text)}</span>"
    by = f"Kept by {index.by(entry.id)}. Source: {entry.more.get('source', '')}. {entry.where}"
    return folded(summary, f'<p class="soft">{inline(by)}</p>\n{_evidence(index, entry.id)}', " ".join(kinds), entry.id)


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
