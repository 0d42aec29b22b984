# SPDX-License-Identifier: MIT
"""An answer as Markdown, to paste into a review; as plain text; as JSON."""

import json
import re
import textwrap

from cite.answer import Answer, Section

COLUMNS = 100
_WHOLE = {"break_on_hyphens": False, "break_long_words": False}


def markdown(answer: Answer) -> str:
    lines = [f"### {answer.title}", ""]
    if answer.quote:
        lines += [f"> {answer.quote}", ""]
    for section in answer.sections:
        lines.append(f"**{section.title}**")
        lines += ["", *(f"- {_literal(line)}" for line in section.lines)]
        if section.code:
            lines += [f"```{section.language}", section.code, "```"]
        lines.append("")
    return "\n".join(lines)


def _literal(line: str) -> str:
    """Names of files, functions and commands stand as they are."""
    line = re.sub(r"(?<![\w`/<])((?:spec|model|proofs|tests|generated)/[\w./-]+(?::\d+)?)", r"`\1`", line)
    line = re.sub(r"(?<![\w`/])(dxgmap_\w+)", r"`\1`", line)
    return re.sub(r"^((?:stored verdicts: )?)(make [^()]*?)(\s*)(\(|$|says)", r"\1`\2`\3\4", line)


def plain(answer: Answer) -> str:
    lines = [answer.title]
    if answer.quote:
        lines += textwrap.wrap(answer.quote, COLUMNS, initial_indent="  ", subsequent_indent="  ")
    for section in answer.sections:
        lines += ["", f"{section.title}:"]
        for line in section.lines:
            lines += textwrap.wrap(line, COLUMNS, initial_indent="  ", subsequent_indent="    ", **_WHOLE)
        lines += [f"  {line}" for line in section.code.splitlines()]
    return "\n".join(lines) + "\n"


def as_json(answer: Answer) -> str:
    sections = {section.title: _said(section) for section in answer.sections}
    content = {"id": answer.id, "title": answer.title, "text": answer.quote, "said": sections, "index": answer.content}
    return json.dumps(content, indent=1, ensure_ascii=False) + "\n"


def _said(section: Section) -> str | list[str]:
    return [*section.lines, section.code] if section.lines and section.code else section.code or section.lines


FORMATS = {"markdown": markdown, "plain": plain, "json": as_json}
