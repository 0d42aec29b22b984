# SPDX-License-Identifier: MIT
"""Pieces of HTML: escaped text, the Markdown of the specification's cells, tables that fit a narrow screen."""

import html
import re
from collections.abc import Iterable

STYLE = """
:root { color-scheme: light dark; --ink: #1b1f24; --soft: #57606a; --line: #d0d7de; --ground: #ffffff;
  --raised: #f6f8fa; --good: #1a7f37; --bad: #cf222e; --mark: #0969da; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e6edf3; --soft: #9da7b1; --line: #3d444d; --ground: #0d1117; --raised: #161b22;
    --good: #57ab5a; --bad: #ff7b72; --mark: #6cb6ff; }
}
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1rem; max-width: 62rem; background: var(--ground); color: var(--ink);
  font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 1.6rem; line-height: 1.2; } h2 { font-size: 1.25rem; margin-top: 2.5rem; } h3 { font-size: 1rem; }
a { color: var(--mark); } nav a { display: inline-block; margin-right: 1rem; padding: .2rem 0; }
code, pre { font: .85rem/1.45 ui-monospace, monospace; }
pre { background: var(--raised); border: 1px solid var(--line); border-radius: 6px; padding: .6rem;
  white-space: pre-wrap; }
details { border: 1px solid var(--line); border-radius: 6px; margin: .4rem 0; padding: 0 .75rem; }
summary { padding: .5rem 0; cursor: pointer; } details[open] { padding-bottom: .5rem; }
.good { color: var(--good); } .bad { color: var(--bad); } .soft { color: var(--soft); }
.badge { border: 1px solid currentColor; border-radius: 1rem; padding: 0 .5rem; font-size: .8rem; white-space: nowrap; }
.big { font-size: 1.15rem; } .wide { overflow-x: auto; } .wide svg { display: block; height: auto; max-width: 100%; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: .3rem .6rem .3rem 0; border-bottom: 1px solid var(--line); }
td.number { text-align: right; white-space: nowrap; }
.bar { display: inline-block; height: .7em; background: var(--mark); border-radius: 2px; }
.filter input { position: absolute; opacity: 0; } .filter label { display: inline-block; border: 1px solid var(--line);
  border-radius: 1rem; padding: .2rem .8rem; margin: .2rem .3rem .2rem 0; cursor: pointer; }
.filter input:checked + label { background: var(--mark); color: var(--ground); border-color: var(--mark); }
.filter input:focus-visible + label { outline: 2px solid var(--mark); outline-offset: 2px; }
@media (max-width: 50rem) {
  .stack thead { display: none; } .stack tr { display: block; border-bottom: 1px solid var(--line); padding: .5rem 0; }
  .stack td { display: block; border: 0; padding: .1rem 0; text-align: left !important; }
  .stack td:not([data-name=""])::before { content: attr(data-name) ": "; color: var(--soft); }
}
"""


def text(words: object) -> str:
    return html.escape(str(words))


def inline(words: str) -> str:
    """`code`, **bold** and [links](..) of a cell; a link within the repository is its text alone."""
    found = html.escape(words)
    found = re.sub(r"`([^`]+)`", r"<code>\1</code>", found)
    found = re.sub(r"\*\*([^*]+)\*\*", r"<strong>\1</strong>", found)
    found = re.sub(r"\[([^\]]+)\]\((https?://[^)]+)\)", r'<a href="\2">\1</a>', found)
    return re.sub(r"\[([^\]]+)\]\([^)]+\)", r"\1", found)


def paragraph(words: str) -> str:
    return f"<p>{inline(words)}</p>\n"


def listed(items: Iterable[str]) -> str:
    """Of pieces that are HTML already."""
    rows = "".join(f"<li>{item}</li>\n" for item in items)
    return f"<ul>\n{rows}</ul>\n" if rows else ""


def table(columns: list[str], rows: Iterable[list[str]], numbers: frozenset[int] = frozenset()) -> str:
    """Of cells that are HTML already. On a narrow screen a row stands on end, each cell with its column's name."""
    head = "".join(f"<th>{text(column)}</th>" for column in columns)
    body = ""
    for row in rows:
        cells = ""
        for i, (name, cell) in enumerate(zip(columns, row)):
            kind = ' class="number"' if i in numbers else ""
            cells += f'<td{kind} data-name="{text(name)}">{cell}</td>'
        body += f"<tr>{cells}</tr>\n"
    return f'<table class="stack"><thead><tr>{head}</tr></thead>\n<tbody>\n{body}</tbody></table>\n'


def folded(summary: str, body: str, kind: str = "", id: str = "") -> str:
    """Opens without a script. Both are HTML already."""
    more = (f' class="{kind}"' if kind else "") + (f' id="{text(id)}"' if id else "")
    return f"<details{more}><summary>{summary}</summary>\n{body}</details>\n"


def badge(words: str, kind: str) -> str:
    return f'<span class="badge {kind}">{text(words)}</span>'


def code(words: str) -> str:
    return f"<pre>{text(words)}</pre>\n"
