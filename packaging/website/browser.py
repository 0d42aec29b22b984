# SPDX-License-Identifier: MIT
"""The clauses: lists of them all, and a page for each file of spec/clauses with what stands behind each one."""

from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from xml.etree.ElementTree import Element

from cite import shown
from cite.index import Index
from cite.markup import inline, text
from cite.shown import Pen
from cite.spec import Entry
from website import commonmark
from website.document import Document
from website.places import Places, relative


def pen(document: Document) -> Pen:
    def written(cell: str) -> str:
        return document.linked(inline(cell), rules=True)

    return Pen(lambda id: link(document.places, document.page, id), written)


def link(places: Places, page: str, id: str) -> str:
    return f'<a href="{relative(page, places.of_id(id))}">{text(id)}</a>'


# ---- The page of one file ----


def table(index: Index, document: Document, columns: list[str], rows: list[Element]) -> str | None:
    """A table of clauses: each is opened for what stands behind it. One that is at home in another file leads there."""
    if columns[0] != "id":
        return None
    found = ""
    for row in rows:
        id = commonmark.words(row[0])
        entry = index.entries[id]
        if document.anchor(row[0]):
            found += shown.clause(index, entry, pen(document))
        else:
            found += f'<p class="shared">{_line(index, document, entry)}</p>\n'
    return found


def _line(index: Index, document: Document, entry: Entry) -> str:
    cause = f" <code>{text(entry.more['cause'])}</code>" if entry.more.get("cause") else ""
    anchor = link(document.places, document.page, entry.id)
    return f"<strong>{anchor}</strong>{cause} {shown.status(index, entry.id)} {document.linked(inline(entry.text))}"


# ---- The page of all ----


def lists(index: Index, document: Document, name: str) -> str:
    return {"operation": _by_operation, "cause": _by_cause, "theorem": _by_theorem, "rule": _by_rule}[name](
        index, document
    )


def clauses(index: Index) -> list[Entry]:
    return [entry for entry in index.entries.values() if entry.kind == "clause"]


def _by_operation(index: Index, document: Document) -> str:
    by_file: dict[str, list[Entry]] = defaultdict(list)
    for entry in clauses(index):
        by_file[entry.where.split(":")[0]].append(entry)
    links, found = "", ""
    for file, entries in sorted(by_file.items()):
        stem = Path(file).stem
        name = text(stem.replace("_", " "))
        links += f'<a href="#of-{stem}">{name}</a> '
        page = relative(document.page, document.places.page_of(file))
        found += f'<section class="group"><h3 id="of-{stem}"><a href="{page}">{name}</a></h3>\n<ul class="lines">\n'
        for entry in sorted(entries, key=lambda entry: int(entry.where.rsplit(":", 1)[1])):
            found += f'<li class="{" ".join(shown.kinds(index, entry))}">{_line(index, document, entry)}</li>\n'
        found += "</ul></section>\n"
    return f'<p class="jump">{links}</p>\n{shown.filtered(found)}'


def _by_cause(index: Index, document: Document) -> str:
    by_cause: dict[str, list[str]] = defaultdict(list)
    for entry in clauses(index):
        if entry.more.get("cause"):
            by_cause[entry.more["cause"]].append(entry.id)
    rows = ((cause, inline(index.entries[cause].text), by_cause[cause]) for cause in index.entries if cause in by_cause)
    return _leading(document, rows)


def _by_theorem(index: Index, document: Document) -> str:
    names = {entry.id for entry in clauses(index)}
    theorems = [entry for entry in index.entries.values() if entry.kind == "theorem"]
    rows = ((entry.id, "", [id for id in index.cited_by.get(entry.id, []) if id in names]) for entry in theorems)
    return _leading(document, rows)


def _by_rule(index: Index, document: Document) -> str:
    names = {entry.id for entry in clauses(index)}
    rules = [entry for entry in index.entries.values() if entry.kind == "rule"]
    rows = ((rule.id, inline(rule.text), [id for id in rule.cites if id in names]) for rule in rules)
    return _leading(document, rows)


def _leading(document: Document, rows: Iterable[tuple[str, str, list[str]]]) -> str:
    """Each id, what it says, and the clauses that it leads to."""
    found = ""
    for id, words, led in rows:
        anchors = ", ".join(link(document.places, document.page, other) for other in led)
        found += f"<dt>{link(document.places, document.page, id)} {words}</dt><dd>{anchors or 'none'}</dd>\n"
    return f'<dl class="leading">\n{found}</dl>\n'
