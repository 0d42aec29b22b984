# SPDX-License-Identifier: MIT
"""Writes the site to build/site: a static one, which works from a folder and under any path.   make site

Its pages are made of packaging/website/text, and of the Markdown, the sources and the index of the rest of the
repository; every document that one of them leads to is a page too. The exit code is 1, and a line says where, when a
link or an id leads nowhere.
"""

import argparse
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from xml.etree.ElementTree import Element

from cite import index, shown
from cite.index import Index
from website import anatomy, browser, frame
from website.document import Document, Wrong
from website.places import PAGES, TEXTS, Places, relative

ROOT = Path(__file__).resolve().parents[2]
OUT = "build/site"
REPORT = "examples/first-driver/unpin.report"


class Site:
    def __init__(self, found: Index) -> None:
        self.index, self.places = found, Places(found)
        self.root = found.tree.root
        self.version = (self.root / "VERSION").read_text().strip()

    def pages(self) -> dict[str, str]:
        """Page -> its HTML: the texts, and from there whatever is asked for."""
        for path in sorted((self.root / TEXTS).glob("*.md")):
            self.places.page_of(path.relative_to(self.root).as_posix())
        for file in PAGES:
            self.places.page_of(file)
        written: dict[str, str] = {}
        asked = self.places.asked
        while files := [file for file in asked if asked[file] not in written and file.endswith(".md")]:
            written |= {asked[file]: self._page(file, asked[file]) for file in files}
        return written

    def _page(self, file: str, page: str) -> str:
        document = Document(self.places, file, page, self._table(file), self._directive)
        body = document.write()
        if not document.title:
            raise Wrong(f"{file}: it has no title")
        return frame.page(page, document.title, body, file, self.version)

    def _table(self, file: str) -> Callable[[Document, list[str], list[Element]], str | None]:
        def table(document: Document, columns: list[str], rows: list[Element]) -> str | None:
            if file.startswith("spec/clauses/"):
                return browser.table(self.index, document, columns, rows)
            if columns == anatomy.COLUMNS:
                return anatomy.write(document, (self.root / REPORT).read_text(encoding="utf-8"), rows)
            if file == "spec/theorems.md":
                return self._theorems(document, columns)
            return None

        return table

    def _theorems(self, document: Document, columns: list[str]) -> str:
        """In place of the two tables: each theorem with what it does not say, and what stands behind it."""
        if "not said" in columns:
            return "<p>It stands with each theorem, above.</p>\n"
        theorems = [id for id, entry in self.index.entries.items() if entry.kind == "theorem"]
        return "".join(shown.theorem(self.index, id, browser.pen(document)) for id in theorems)

    def _directive(self, document: Document, name: str, words: str) -> str | None:
        if name == "clauses":
            return browser.lists(self.index, document, words.removeprefix("by "))
        if name == "drawings":
            return shown.machine(self.index, lambda prefix: relative(document.page, self.places.of_prefix(prefix)))
        return None


def write(root: Path, out: Path) -> int:
    """Writes every page anew; how many there are."""
    site = Site(index.read(root))
    pages = site.pages()
    if out.exists():
        if any(out.iterdir()) and not (out / frame.STYLE).is_file():
            raise Wrong(f"{out}: it is not empty, and no site: name another folder")
        shutil.rmtree(out)
    files = {**pages, frame.STYLE: frame.style(), frame.SCRIPT: frame.script()}
    for name, content in files.items():
        path = out / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    for file in site.places.copied:
        (out / file).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(root / file, out / file)
    return len(pages)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--root", type=Path, default=ROOT, help="the tree")
    parser.add_argument("--out", type=Path, help=f"default: {OUT} of the tree; what is there is replaced")
    options = parser.parse_args()
    root = options.root.resolve()
    out = options.out or root / OUT
    try:
        count = write(root, out)
    except (Wrong, FileNotFoundError) as error:
        print(f"site: {error}", file=sys.stderr)
        return 1
    print(f"site: {count} pages, from {out / 'index.html'}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
