# SPDX-License-Identifier: MIT
"""Where things are: the page of a file of the repository, and the anchor of an id."""

import posixpath
import re
from collections.abc import Iterator
from pathlib import Path

from cite import ids
from cite.index import Index

TEXTS = "packaging/website/text"
# The page of what is more than a document; `spec/clauses/NAME.md` is `clauses/NAME.html`.
PAGES = {
    "examples/first-driver/README.md": "first-driver.html",
    "model/ddi/call/options.md": "options.html",
    "spec/callbacks.md": "callbacks.html",
    "spec/clauses": "clauses.html",
    "spec/theorems.md": "theorems.html",
}
DOCUMENTS = "documents"


class Places:
    """`asked` has the files whose pages something leads to."""

    def __init__(self, index: Index) -> None:
        self.root: Path = index.tree.root
        self.entries = index.entries
        self.asked: dict[str, str] = {}  # file -> page
        self.copied: set[str] = set()  # files that are taken as they are
        self.prefixes = {id.split("-")[0]: entry.where for id, entry in self.entries.items() if entry.kind == "clause"}

    def page_of(self, file: str) -> str:
        """Of a file or folder of the repository; empty when there is none."""
        if file not in PAGES and (self.root / file).is_dir():
            file = posixpath.normpath(f"{file}/README.md")
        if file not in PAGES and not (file.endswith(".md") and (self.root / file).is_file()):
            return ""
        self.asked[file] = PAGES.get(file) or _page(file)
        return self.asked[file]

    def of_id(self, id: str) -> str:
        """Page and anchor; empty of what is no id."""
        entry = self.entries.get(id)
        page = self.page_of(entry.where.split(":")[0]) if entry else ""
        return f"{page}#{id}" if page else ""

    def of_prefix(self, prefix: str) -> str:
        """The page of the clauses that begin so; empty when there are none."""
        where = self.prefixes.get(prefix, "")
        return self.page_of(where.split(":")[0]) if where else ""

    def anchor(self, file: str, cell: str) -> str:
        """The id whose row of a table this cell begins, if this file is its home."""
        for id in (cell, ids.decision(cell)):
            entry = self.entries.get(id)
            if entry and entry.where.split(":")[0] == file:
                return id
        return ""


def _page(file: str) -> str:
    folder, name = posixpath.split(file)
    if folder == TEXTS:
        return f"{name.removesuffix('.md')}.html"
    if folder == "spec/clauses":
        return f"clauses/{name.removesuffix('.md')}.html"
    name = "index.html" if name == "README.md" else f"{name.removesuffix('.md')}.html"
    return posixpath.join(DOCUMENTS, folder, name)


def relative(page: str, to: str) -> str:
    """The link that leads from one page to another; within one page the anchor alone."""
    target, mark, anchor = to.partition("#")
    if target == page:
        return f"#{anchor}"
    return posixpath.relpath(target, posixpath.dirname(page) or ".") + mark + anchor


_ID = re.compile(r"\bdecisions? (?P<decisions>\d+(?:(?:, | and )\d+)*)|\b(?:DXGMAP_[A-Z_]+|[A-Z]+(?:-[A-Z0-9]+)+)\b")
_RULE = re.compile(r"\b(?:[A-Z]\d{1,2}|[A-Z]{2,}[0-9]?)\b")
_TAG = re.compile(r"(<[^>]+>)")


def found(words: str, rules: bool) -> Iterator[tuple[int, int, str]]:
    """First, last and id of what may be one. `rules`: the short ids of rules and pages too, which are words elsewhere
    (D3 is a power state)."""
    for match in _ID.finditer(words):
        if match["decisions"]:
            for number in re.finditer(r"\d+", match["decisions"]):
                first = match.start("decisions") + number.start()
                yield first, first + len(number[0]), ids.decision(number[0])
        else:
            yield match.start(), match.end(), match[0]
    for match in _RULE.finditer(words) if rules else ():
        yield match.start(), match.end(), match[0]


def linked(markup: str, places: Places, page: str, rules: bool = False) -> str:
    """HTML whose ids lead to where they are at home; within a link nothing is touched."""
    pieces, inside = _TAG.split(markup), 0
    for i, piece in enumerate(pieces):
        if piece.startswith("<"):
            inside += piece.startswith("<a ") - (piece == "</a>")
        elif not inside:
            pieces[i] = _linked(piece, places, page, rules)
    return "".join(pieces)


def _linked(words: str, places: Places, page: str, rules: bool) -> str:
    written, last = "", 0
    for first, end, id in sorted(found(words, rules)):
        if first >= last and (address := places.of_id(id)):
            written += f'{words[last:first]}<a href="{relative(page, address)}">{words[first:end]}</a>'
            last = end
    return written + words[last:]
