# SPDX-License-Identifier: MIT
"""The state machine as a drawing: the life of an adapter, and that of each kind of mapping."""

import html
import re
import shutil
import subprocess
from collections.abc import Callable

from cite.index import Index

# From, to, and the prefix of the clauses of the step between them.
ADAPTER = [
    ("stopped", "started", "START"), ("started", "attached", "ATTACH"), ("attached", "exclusive", "EXCL"),
    ("exclusive", "attached", "EXCLEND"), ("started", "stopped", "STOP"), ("attached", "stopped", "STOP"),
    ("exclusive", "stopped", "STOP"),
]  # fmt: skip
# What is acquired, the prefix of the acquisition, of the release, and what must live meanwhile.
MAPPINGS = [
    ("pin", "PIN", "UNPIN", "adapter"), ("frame buffer pointer", "POINTER", "UNPOINTER", "adapter"),
    ("MDL mapping", "MDL", "UNMDL", "adapter"), ("allocation", "ALLOC", "FREE", "adapter"),
    ("view", "VIEW", "UNVIEW", "adapter"), ("video port view", "VIDEO", "UNVIDEO", "adapter"),
    ("adapter object", "OPEN", "CLOSE", "adapter"), ("ADL", "ADL", "FREEADL", "adapter object"),
    ("object", "OBJECT", "DESTROY", "machine"), ("view of an object", "OBJECTVIEW", "UNOBJECTVIEW", "object"),
]  # fmt: skip


def prefixes() -> set[str]:
    return {prefix for _, _, prefix in ADAPTER} | {prefix for row in MAPPINGS for prefix in row[1:3]}


def nowhere(prefix: str) -> str:
    """Arrows and boxes that lead nowhere."""
    return ""


def adapter_graph(address: Callable[[str], str] = nowhere) -> str:
    edges = ""
    for a, b, prefix in ADAPTER:
        edges += f'  "{a}" -> "{b}" [label=" {prefix} "{_leads("label", address(prefix))}];\n'
    return f"digraph adapter {{\n{_STYLE}{edges}}}\n"


def _leads(what: str, address: str) -> str:
    return f', {what}URL="{address}"' if address else ""


def mapping_graph(index: Index, top: str, address: Callable[[str], str] = nowhere) -> str:
    """What lives in an adapter, or in the machine; a kind names the prefixes of what begins and ends it, where the
    specification has them."""
    known = {id.split("-")[0] for id, entry in index.entries.items() if entry.kind == "clause"}
    within, rows = {top}, []
    for row in MAPPINGS:
        if row[3] in within and {row[1], row[2]} <= known:
            within.add(row[0])
            rows.append(row)
    nodes = ""
    for name, begin, end, _ in rows:
        nodes += f'  "{name}" [label="{name}\\n{begin} /\\n{end}"{_leads("", address(begin))}];\n'
    edges = "".join(f'  "{holder}" -> "{name}";\n' for name, _, _, holder in rows)
    return f"digraph mappings {{\n{_STYLE}  rankdir=LR;\n  ranksep=0.25;\n  nodesep=0.12;\n{nodes}{edges}}}\n"


_STYLE = """\
  bgcolor=transparent;
  node [shape=box, style=rounded, fontname="sans-serif", fontsize=12];
  edge [fontname="sans-serif", fontsize=11];
"""


def svg(graph: str, label: str) -> str:
    """Drawn by Graphviz, in the colour of the text around it; `label` is for whom cannot see it."""
    if not shutil.which("dot"):
        raise FileNotFoundError("dot (Debian package graphviz) draws the state machine, and is not there: make setup")
    done = subprocess.run(["dot", "-Tsvg"], input=graph, capture_output=True, text=True, check=True)
    drawn = done.stdout[done.stdout.index("<svg") :]
    drawn = re.sub(r'(stroke|fill)="black"', r'\1="currentColor"', drawn)
    drawn = re.sub(r"<text ", '<text fill="currentColor" ', drawn)
    role = "group" if "<a " in drawn else "img"  # of an image nobody hears the links
    drawn = drawn.replace("<svg ", f'<svg role="{role}" aria-label="{html.escape(label)}" ', 1)
    return re.sub(r'<!--.*?-->\s*|<title>.*?</title>\s*| (?:id|xlink:title)="[^"]*"', "", drawn, flags=re.S)
