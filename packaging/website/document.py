# SPDX-License-Identifier: MIT
"""A page that is made of Markdown: its tree, written with the pieces of cite.markup."""

import posixpath
import re
from collections.abc import Callable, Iterable
from pathlib import Path
from xml.etree.ElementTree import Element

from cite import markup
from cite.markup import text
from website import commonmark
from website.places import Places, linked, relative

PRINTED = "report"  # the suffix of a file that a program printed
SOURCE_COLUMNS = {"source", "pages", "model", "rules"}
_DIRECTIVE = re.compile(r"<!-- site (\w+): (.+?) -->")
_TAG = re.compile(r"(<[^>]+>)")
_LONG = re.compile(r"\w{14,}")
_COMMENT = re.compile(r"(/\*.*?\*/|(?<!:)//[^\n]*)", re.S)


class Wrong(Exception):
    """A source that cannot be made a page of; says where."""


class Document:
    """`table` and `directive` may write a table, or what a comment `<!-- site name: words -->` stands for, in a way of
    the page's own; None leaves it to the document."""

    def __init__(
        self, places: Places, file: str, page: str,
        table: Callable[["Document", list[str], list[Element]], str | None] = lambda *_: None,
        directive: Callable[["Document", str, str], str | None] = lambda *_: None,
    ) -> None:  # fmt: skip
        self.places, self.file, self.page = places, file, page
        self._table_of, self._directive_of = table, directive
        self.title = ""
        self._slugs: dict[str, int] = {}
        self._anchors = {""}

    def read(self) -> Element:
        return commonmark.parse((self.places.root / self.file).read_text(encoding="utf-8"))

    def write(self) -> str:
        return self.blocks(self.read())

    def blocks(self, nodes: Iterable[Element]) -> str:
        return "".join(self._block(node) for node in nodes)

    def linked(self, words: str, rules: bool = False) -> str:
        return linked(words, self.places, self.page, rules)

    def _block(self, node: Element) -> str:
        if node.tag == "heading":
            return self._heading(node)
        if node.tag == "paragraph":
            return f"<p>{self.inlines(node)}</p>\n"
        if node.tag == "block_quote":
            return f"<blockquote>{self.blocks(node)}</blockquote>\n"
        if node.tag == "list":
            return self._list(node)
        if node.tag == "code_block":
            return source(node.text or "", node.get("info", "").split(" ")[0])
        if node.tag == "html_block":
            return self._directive(node)
        if node.tag == "table":
            return self._table(node)
        if node.tag == "thematic_break":
            return "<hr />\n"
        raise Wrong(f"{self.where(node)}: {node.tag} is not written by this site")

    def where(self, node: Element) -> str:
        return f"{self.file}:{node.get('sourcepos', '1').split(':')[0]}"

    def _heading(self, node: Element) -> str:
        slug = commonmark.slug(node)
        again = self._slugs.get(slug, 0)
        self._slugs[slug] = again + 1
        slug += f"-{again}" if again else ""
        level = node.get("level")
        if level == "1":
            self.title = self.title or commonmark.words(node)
            return f'<h1 id="{text(slug)}">{self.inlines(node, False)}</h1>\n'
        mark = f'<a class="mark" href="#{text(slug)}" aria-label="Link to this section">#</a>'
        return f'<h{level} id="{text(slug)}">{self.inlines(node, False)} {mark}</h{level}>\n'

    def _list(self, node: Element) -> str:
        kind = "ol" if node.get("type") == "ordered" else "ul"
        rows = ""
        for item in node:
            bare = ("paragraph",) if node.get("tight") == "true" else ()
            parts = [self.inlines(child) if child.tag in bare else self._block(child) for child in item]
            rows += f"<li>{' '.join(parts)}</li>\n"
        return f"<{kind}>\n{rows}</{kind}>\n"

    def _table(self, node: Element) -> str:
        columns = [commonmark.words(cell) for cell in node[0]]
        rows = [row for row in node if row.tag == "table_row"]
        own = self._table_of(self, columns, rows)
        if own is not None:
            return own
        cells = [[self._cell(columns[i], cell, i) for i, cell in enumerate(row)] for row in rows]
        numbers = frozenset(i for i, cell in enumerate(node[0]) if cell.get("align") == "right")
        return markup.table(columns, cells, numbers)

    def anchor(self, cell: Element) -> str:
        """The id of a row that this cell begins; that of the first row, where several begin so."""
        id = self.places.anchor(self.file, commonmark.words(cell))
        if id in self._anchors:
            return ""
        self._anchors.add(id)
        return id

    def _cell(self, column: str, cell: Element, place: int) -> str:
        words = self.inlines(cell, rules=column in SOURCE_COLUMNS)
        id = self.anchor(cell) if place < 2 else ""  # before a cause stands its number
        words = breakable(words)
        return f'<span id="{text(id)}">{words}</span>' if id else words

    # ---- Within a line ----

    def inlines(self, node: Element, ids: bool = True, rules: bool = False) -> str:
        words = "".join(self._inline(child) for child in node)
        return self.linked(words, rules) if ids else words

    def _inline(self, node: Element) -> str:
        if node.tag == "text":
            return text(node.text or "")
        if node.tag == "code":
            return f"<code>{text(node.text or '')}</code>"
        if node.tag in ("softbreak", "linebreak"):
            return "\n" if node.tag == "softbreak" else "<br />\n"
        words = "".join(self._inline(child) for child in node)
        if node.tag in ("emph", "strong"):
            kind = {"emph": "em", "strong": "strong"}[node.tag]
            return f"<{kind}>{words}</{kind}>"
        if node.tag == "link":
            address = self.address(node.get("destination", ""))
            return f'<a href="{text(address)}">{words}</a>' if address else words
        if node.tag == "image":
            return self._image(node, words)
        raise Wrong(f"{self.where(node)}: {node.tag} is not written by this site")

    def address(self, destination: str) -> str:
        """Where a link leads to from this page; empty for a file that has no page."""
        if re.match(r"[a-z]+:", destination):
            return destination
        path, mark, anchor = destination.partition("#")
        if not path:
            return destination
        page = self.places.page_of(self._file(path))
        return relative(self.page, page + mark + anchor) if page else ""

    def _file(self, path: str) -> str:
        file = posixpath.normpath(posixpath.join(posixpath.dirname(self.file), path))
        if not (self.places.root / file).exists():
            raise Wrong(f"{self.file}: it leads to {path}, which there is not")
        return file

    def _image(self, node: Element, words: str) -> str:
        file = self._file(node.get("destination", ""))
        self.places.copied.add(file)
        return f'<img src="{text(relative(self.page, file))}" alt="{words}" />'

    # ---- What a comment asks for ----

    def _directive(self, node: Element) -> str:
        asked = _DIRECTIVE.fullmatch((node.text or "").strip())
        if not asked:
            return ""  # a comment
        own = self._directive_of(self, asked[1], asked[2])
        if own is not None:
            return own
        if asked[1] == "show":
            file = self._file(asked[2])
            return source((self.places.root / file).read_text(encoding="utf-8"), Path(file).suffix.removeprefix("."))
        if asked[1] == "section":
            file, _, title = asked[2].partition(": ")
            return self.section(self._file(file), title)
        raise Wrong(f"{self.where(node)}: {asked[1]}: nothing is asked for so")

    def section(self, file: str, title: str = "") -> str:
        """A section of another file, as it would stand there; without a title its introduction."""
        other = Document(self.places, file, self.page)
        other._slugs, other._anchors = self._slugs, self._anchors
        tree = other.read()
        nodes = commonmark.section(tree, title) if title else commonmark.introduction(tree)
        if not nodes:
            raise Wrong(f"{self.file}: {file}: there is no section `{title}`")
        return other.blocks(nodes)


def breakable(written: str) -> str:
    """HTML whose long names may be broken between their parts, so that a column can be narrow."""
    pieces = _TAG.split(written)
    return "".join(piece if piece.startswith("<") else _LONG.sub(_broken, piece) for piece in pieces)


def _broken(name: re.Match[str]) -> str:
    return re.sub(r"(?<=_)(?=[A-Za-z])|(?<=[a-z])(?=[A-Z])", "<wbr />", name[0])


def source(words: str, kind: str) -> str:
    """A text with its own lines. Code can be scrolled, without a mouse too, and its comments stand back; what a program
    printed is wrapped."""
    if kind == PRINTED:
        return markup.code(words)
    shown = text(words)
    if kind in ("c", "h"):
        shown = _COMMENT.sub(r'<span class="soft">\1</span>', shown)
    return f'<pre class="source" tabindex="0">{shown}</pre>\n'
