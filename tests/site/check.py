# SPDX-License-Identifier: MIT
"""Reads a site as a browser would, and the sources as its readers do, and says what is wrong; a line a fault.

    check.py SITE [--root TREE]     exit code 1 when there is any

Nothing of the code that writes the site is used here.
"""

import argparse
import posixpath
import re
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from xml.etree import ElementTree

EMPTY = {"br", "hr", "img", "input", "link", "meta", "wbr"}  # all other elements of HTML are closed by a tag
XLINK = "{http://www.w3.org/1999/xlink}href"
SVG = "{http://www.w3.org/2000/svg}"
SAMPLES = ["driver.c", "driver.h", "harness.c", "ci"]
MUST = {  # pages that are read for what they must have
    "index.html", "first-driver.html", "report.html", "options.html", "ci.html", "callbacks.html", "clauses.html",
    "theorems.html",
}  # fmt: skip
FIRST = "examples/first-driver"
OUTSIDE = re.compile(r"https?:")


class Page:
    def __init__(self, name: str, text: str) -> None:
        self.name, self.text = name, text
        self.tree = ElementTree.fromstring(text)  # a page that is no XML is none here
        self.ids = [node.get("id") for node in self.tree.iter() if node.get("id")]
        self.links: list[tuple[str, str]] = []  # tag, address
        for node in self.tree.iter():
            for name in ("href", "src", XLINK):
                if name in node.attrib:
                    self.links.append((node.tag.removeprefix(SVG), node.attrib[name]))

    def blocks(self) -> list[str]:
        return ["".join(node.itertext()) for node in self.tree.iter("pre")]


def read(site: Path) -> dict[str, str]:
    """Every file, by its path in the site."""
    files = sorted(path for path in site.rglob("*") if path.is_file())
    return {path.relative_to(site).as_posix(): path.read_text(encoding="utf-8", errors="replace") for path in files}


page_of = cache(Page)


def faults(site: dict[str, str], root: Path) -> Iterator[str]:
    pages = {}
    for name, text in site.items():
        if name.endswith(".html"):
            try:
                pages[name] = page_of(name, text)
            except ElementTree.ParseError as error:
                yield f"{name}: not well-formed: {error}"
    for name in MUST - pages.keys():
        yield f"{name}: it is not there, or cannot be read"
    if MUST - pages.keys():
        return
    for page in pages.values():
        yield from _form(page)
        yield from _links(site, page, pages)
    yield from _lonely(pages)
    yield from _fetched(site)
    yield from _content(pages, root)


def _form(page: Page) -> Iterator[str]:
    if not page.text.startswith("<!DOCTYPE html>\n"):
        yield f"{page.name}: it does not say that it is HTML"
    for id in sorted({id for id in page.ids if page.ids.count(id) > 1}):
        yield f"{page.name}: the id {id} stands there twice"
    heads = sum(1 for _ in page.tree.iter("h1"))
    if heads != 1 or not page.tree.findtext("head/title"):
        yield f"{page.name}: {heads} headings of the first level and the title `{page.tree.findtext('head/title')}`"
    if page.tree.get("lang") != "en" or page.tree.find("head/meta[@name='viewport']") is None:
        yield f"{page.name}: no language, or no width of a phone"
    outside = re.sub(r"<svg.*?</svg>", "", page.text, flags=re.S)
    for tag in sorted(set(re.findall(r"<(\w+)[^<>]*/>", outside)) - EMPTY):
        yield f"{page.name}: <{tag}/> is not closed in HTML"
    for image in page.tree.iter("img"):
        if not image.get("alt"):
            yield f"{page.name}: an image without words: {image.get('src')}"


def _target(page: Page, address: str) -> tuple[str, str]:
    """The file within the site, and the anchor."""
    path, _, anchor = address.partition("#")
    return (posixpath.normpath(posixpath.join(posixpath.dirname(page.name), path)) if path else page.name, anchor)


def _links(site: dict[str, str], page: Page, pages: dict[str, Page]) -> Iterator[str]:
    for tag, address in page.links:
        if OUTSIDE.match(address):
            if tag != "a":
                yield f"{page.name}: <{tag}> loads {address}"
            continue
        if tag == "link" and address == "data:,":
            continue  # no icon, and no request for one
        if re.match(r"[a-z]+:|/", address) or not address:
            yield f"{page.name}: `{address}` works at one address alone, or nowhere"
            continue
        file, anchor = _target(page, address)
        if file not in site:
            yield f"{page.name}: {address} leads nowhere"
        elif anchor and file in pages and anchor not in pages[file].ids:
            yield f"{page.name}: {address}: there is no such anchor"


def _lonely(pages: dict[str, Page]) -> Iterator[str]:
    """What no way leads to from the first page."""
    seen, left = set(), ["index.html"]
    while left:
        name = left.pop()
        if name not in seen and name in pages:
            seen.add(name)
            left += [_target(pages[name], to)[0] for _, to in pages[name].links if not OUTSIDE.match(to)]
    for name in sorted(set(pages) - seen):
        yield f"{name}: no page leads to it"


def _fetched(site: dict[str, str]) -> Iterator[str]:
    asks = {
        ".css": r"@import|url\(|https?:", ".js": r"https?:|fetch|XMLHttpRequest|import|src\b",
        ".svg": r"href|url\((?!#)",
    }  # fmt: skip
    for name, text in site.items():
        suffix = posixpath.splitext(name)[1]
        if suffix in asks and (found := re.search(asks[suffix], text)):
            yield f"{name}: it may load something: {found[0]}"
        if suffix not in (*asks, ".html"):
            yield f"{name}: what is this for?"
    if sum(name.endswith(".css") for name in site) != 1:
        yield "there is not one stylesheet"


# ---- What must be there ----


def _rows(root: Path, file: str, pattern: str) -> list[str]:
    return list(dict.fromkeys(re.findall(pattern, (root / file).read_text(encoding="utf-8"), re.M)))


def _firsts(page: Page) -> set[str]:
    """The first cells of the rows."""
    return {"".join(row[0].itertext()).strip() for row in page.tree.iter("tr") if len(row)}


def _content(pages: dict[str, Page], root: Path) -> Iterator[str]:
    everywhere = {(name, id) for name, page in pages.items() for id in page.ids}
    listed = {address for _, address in pages["clauses.html"].links}
    for path in sorted((root / "spec/clauses").glob("*.md")):
        for id in _rows(root, path.relative_to(root).as_posix(), r"^\| ([A-Z]+-\d+) \|"):
            homes = [name for name, other in everywhere if other == id and name.startswith("clauses/")]
            if len(homes) != 1 or f"{homes[0]}#{id}" not in listed:
                yield f"clause {id}: it has {len(homes)} places, or the list does not lead there"
    for what, file, pattern, page in (
        ("theorem", "spec/theorems.md", r"^\| (T-[A-Z]+) \|", "theorems.html"),
        ("cause", "spec/status.md", r"^\| (?:\d+ \| )?(DXGMAP_[A-Z_]+) \|", "documents/spec/status.html"),
        ("decision", "spec/sources/decisions.md", r"^\| (\d+) \|", "documents/spec/sources/decisions.html"),
        ("rule", "spec/sources/rules.md", r"^\| ([A-Z]\d+) \|", "documents/spec/sources/rules.html"),
    ):
        ids = _rows(root, file, pattern)
        if len(ids) < 10:
            yield f"{file}: it has {len(ids)} of {what}"
        for id in ids:
            anchor = f"D-{id}" if what == "decision" else id
            if (page, anchor) not in everywhere:
                yield f"{what} {id}: not in {page}"
    for what, file, pattern, page in (
        ("option", "model/ddi/call/option.c", r'^ *DXGMAP_DDI_[A-Z]+\("([a-z_]+)",', "options.html"),
        ("callback", "spec/callbacks.md", r"^\| ((?:Dxgk|Video|Mm)\w+[^|]*?) \|", "callbacks.html"),
    ):
        names = _rows(root, file, pattern)
        if len(names) < 10:
            yield f"{file}: it has {len(names)} of {what}"
        for name in names:
            if name not in _firsts(pages[page]):
                yield f"{what} {name}: no row of {page} begins with it"
    yield from _samples(pages, root)


def _samples(pages: dict[str, Page], root: Path) -> Iterator[str]:
    for name, files in (("first-driver.html", [*SAMPLES, "fail.report", "leak.report"]), ("ci.html", ["ci"]),
                        ("index.html", ["unpin.report"])):  # fmt: skip
        blocks = [block.strip("\n") for block in pages[name].blocks()]
        for file in files:
            if (root / FIRST / file).read_text(encoding="utf-8").strip("\n") not in blocks:
                yield f"{name}: it does not show {FIRST}/{file} as it is"
    report = (root / FIRST / "unpin.report").read_text(encoding="utf-8")
    anatomy = pages["report.html"].tree.find(".//div[@class='anatomy']")
    shown = ["".join(block.itertext()) for block in anatomy.iter("pre")] if anatomy is not None else []
    if "\n".join(shown) != report.rstrip("\n"):
        yield f"report.html: its parts are together not {FIRST}/unpin.report"
    labels = _rows(root, "model/ddi/call/report_text.c", r'"  ([A-Za-z][a-z ]+):[ \\]')
    said = {name.split(":")[0].strip() for name in shown} | _firsts(pages["report.html"])
    if len(labels) < 10:
        yield f"model/ddi/call/report_text.c: it has {len(labels)} labels of lines"
    for label in labels:
        if label not in said:
            yield f"report.html: nothing is said of the line `{label}`"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("site", type=Path)
    parser.add_argument("--root", type=Path, default=Path(__file__).resolve().parents[2], help="the tree")
    options = parser.parse_args()
    found = list(faults(read(options.site), options.root))
    for fault in found:
        print(fault)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
