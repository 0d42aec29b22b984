# SPDX-License-Identifier: MIT
"""What stands behind an id, as HTML: for the one page of the report, and for the pages of the site."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from cite import drawing
from cite.index import Index
from cite.markup import badge, code, folded, inline, listed, paragraph, text
from cite.spec import Entry

FEW = 8


@dataclass(frozen=True)
class Pen:
    """How an id and a cell are written: where an id leads depends on the page."""

    link: Callable[[str], str]
    inline: Callable[[str], str] = inline


def status(index: Index, id: str) -> str:
    goals = index.evidence[id].goals
    if not goals:
        return badge("tested", "soft")
    open_ones = sum(not all(prover for prover, _ in goal.proofs.values()) for goal in goals)
    return badge(f"{open_ones} open", "bad") if open_ones else badge("proved", "good")


def kinds(index: Index, entry: Entry) -> list[str]:
    """By what a clause is filtered."""
    return ["proved" if index.evidence[entry.id].goals else "tested", "cause" if entry.more.get("cause") else "effect"]


KINDS = {"all": "all", "proved": "proved", "tested": "tested", "cause": "causes of failure", "effect": "effects"}


def filters() -> str:
    """The style by which radio buttons before `.clauses` choose which are seen: no script."""
    hidden = {"proved": ".tested", "tested": ".proved", "cause": ".effect", "effect": ".cause"}
    return "".join(f"#show-{kind}:checked ~ .clauses {other} {{ display: none; }}\n" for kind, other in hidden.items())


def filtered(body: str) -> str:
    """The radio buttons before what they choose from."""
    found = '<div class="filter">\n'
    for kind, title in KINDS.items():
        checked = ' checked="checked"' if kind == "all" else ""
        found += f'<input type="radio" name="show" id="show-{kind}"{checked} />'
        found += f'<label for="show-{kind}">{title}</label>\n'
    return f'{found}<div class="clauses">\n{body}</div>\n</div>\n'


def theorem(index: Index, id: str, pen: Pen) -> str:
    entry = index.entries[id]
    body = f"<p>{pen.inline(entry.text)}</p>\n<p>Not said: {pen.inline(entry.more['not said'])}</p>\n"
    body += evidence(index, id) + _cited(index, id, pen)
    title = re.match(r"\*\*(.*?)\*\*", entry.text)
    name = f" {inline(title[1])}" if title else ""
    return folded(f"<strong>{id}</strong>{name} {status(index, id)}", body, id=id)


def _cited(index: Index, id: str, pen: Pen) -> str:
    cited = [other for other in index.cited_by.get(id, []) if index.entries[other].kind == "clause"]
    return f"<p>Clauses: {', '.join(pen.link(other) for other in cited)}</p>\n" if cited else ""


def clause(index: Index, entry: Entry, pen: Pen) -> str:
    cause = f" <code>{text(entry.more['cause'])}</code>" if entry.more.get("cause") else ""
    summary = f"<strong>{entry.id}</strong>{cause} {status(index, entry.id)} <span>{inline(entry.text)}</span>"
    by = f"Kept by {index.by(entry.id)}. Source: {entry.more.get('source', '')}. {entry.where}"
    body = f'<p class="soft">{pen.inline(by)}</p>\n{evidence(index, entry.id)}'
    return folded(summary, body, " ".join(kinds(index, entry)), entry.id)


def evidence(index: Index, id: str) -> str:
    found = index.evidence[id]
    machine = index.machine
    places = machine.places.get(id, []) or machine.goals.get(id, [])
    body = "".join(code(f"{place.where}  {place.name}\n{place.text}") for place in places[:FEW])
    body += "".join(code(f"{said.where}  {said.name}\n{said.text}") for said in found.said[:FEW])
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


def machine(index: Index, address: Callable[[str], str] = drawing.nowhere) -> str:
    """The drawings; `address` of a prefix of clauses is where its arrow leads, or empty."""
    found = paragraph(
        "An adapter, as the abstract machine (spec/machine/machine.mlw) switches it. Once started it has a state in "
        "each of the frames; a start begins with what is bold, and a stop ends all. The words at the arrows are the "
        "prefixes of the clauses."
    )
    label = "The states of an adapter, and what leads from one to another"
    found += _drawn(drawing.adapter_graph(index, address), label)
    found += paragraph(
        "What a driver acquires, and in what it lives: acquisition / release. The stop of an adapter ends all that is "
        "its own. An adapter object is an object of the machine that was opened for the adapter; neither it nor an "
        "object is released while something lives in it."
    )
    for top in ("adapter", "machine"):
        found += _drawn(drawing.mapping_graph(index, top, address), f"What lives in the {top}")
    return found


def _drawn(graph: str, label: str) -> str:
    return f'<div class="wide">{drawing.svg(graph, label)}</div>\n'
