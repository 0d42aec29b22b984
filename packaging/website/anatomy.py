# SPDX-License-Identifier: MIT
"""A report taken apart: each of its parts beside what the text of the page says of it."""

import re
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from cite.markup import table, text
from website import commonmark
from website.document import Document, Wrong

COLUMNS = ["line", "what it says"]
FIRST = "the first line"
_LABEL = re.compile(r"  ([A-Za-z][a-z ]*):")


@dataclass
class Part:
    label: str
    lines: list[str]


def parts(report: str) -> list[Part]:
    """The first line, and each labelled one with the lines below it."""
    found: list[Part] = []
    for line in report.splitlines():
        label = _LABEL.match(line)
        if not found or label:
            found.append(Part(label[1] if label and found else FIRST, []))
        found[-1].lines.append(line)
    return found


def write(document: Document, report: str, rows: list[Element]) -> str:
    """`rows` are those of the table `line`, `what it says`; those whose line the report does not have follow it."""
    said = {commonmark.words(row[0]): document.inlines(row[1]) for row in rows}
    found = ""
    for part in parts(report):
        if part.label not in said:
            raise Wrong(f"{document.file}: the report has a part `{part.label}`, of which nothing is said")
        lines = document.linked(text("\n".join(part.lines)), rules=part.label == "rules")
        found += f'<div class="part"><pre>{lines}</pre><p>{said.pop(part.label)}</p></div>\n'
    rest = [[f"<code>{text(label)}</code>", words] for label, words in said.items()]
    return f'<div class="anatomy">\n{found}</div>\n<h3>Lines of other reports</h3>\n{table(COLUMNS, rest)}'
