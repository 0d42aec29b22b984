# SPDX-License-Identifier: MIT
"""The state machine as a drawing: the states of an adapter, as the abstract machine switches them, and the life of each
kind of mapping."""

import html
import re
import shutil
import subprocess
from collections.abc import Callable

from cite.index import Index
from cite.machine import Machine, begins_with, values_of

# The fields of a started adapter that calls switch (spec/machine), with words for their values.
FIELDS = {
    "attached": ("its domain", {"false": "not attached", "true": "attached"}),
    "exclusive": ("exclusive access", {"false": "nobody has it", "true": "begun"}),
    "power": ("its power state", {}),
    "removed": ("its device", {"false": "there", "true": "pulled out:\\nit reaches no memory"}),
    "lead": ("its link, if it is of a chain and not the lead", {"0": "to nobody", "lead": "to its lead"}),
}
# What is acquired, the prefix of the acquisition, of the release, and what must live meanwhile.
MAPPINGS = [
    ("pin", "PIN", "UNPIN", "adapter"), ("frame buffer pointer", "POINTER", "UNPOINTER", "adapter"),
    ("MDL mapping", "MDL", "UNMDL", "adapter"), ("allocation", "ALLOC", "FREE", "adapter"),
    ("view", "VIEW", "UNVIEW", "adapter"), ("video port view", "VIDEO", "UNVIDEO", "adapter"),
    ("adapter object", "OPEN", "CLOSE", "adapter"), ("ADL", "ADL", "FREEADL", "adapter object"),
    ("object", "OBJECT", "DESTROY", "machine"), ("view of an object", "OBJECTVIEW", "UNOBJECTVIEW", "object"),
]  # fmt: skip


def prefixes(index: Index) -> set[str]:
    switched = {switch.prefix for switch in index.machine.switches}
    return {"START", "STOP"} | switched | {prefix for row in MAPPINGS for prefix in row[1:3]}


def nowhere(prefix: str) -> str:
    """Arrows and boxes that lead nowhere."""
    return ""


def adapter_graph(index: Index, address: Callable[[str], str] = nowhere) -> str:
    """A started adapter has several states at a time, one of each field; what a start begins with is bold."""
    parts = "".join(_field(index.machine, field, address) for field in FIELDS)
    ends = ""  # of which each leads to the whole, whatever state stands for it
    for prefix, state, back in (("START", "exclusive false", ""), ("STOP", "power D0", ", dir=back")):
        leads = _leads("label", address(prefix))
        ends += f'  "stopped" -> "{state}" [lhead=cluster_started, label=" {prefix} "{leads}{back}];\n'
    within = f'  subgraph cluster_started {{\n    label="started"; style=rounded;\n{parts}  }}\n'
    return f"digraph adapter {{\n{_STYLE}  compound=true;\n{within}{ends}}}\n"


def _field(machine: Machine, field: str, address: Callable[[str], str]) -> str:
    title, words = FIELDS[field]
    begins = begins_with(machine, field)
    either = re.search(r"if d\.smode = (\w+) then (\w+) else (\w+)", begins)
    first = either[3] if either else begins
    later = dict(words)
    if field == "power":
        rest = [value for value in values_of(machine, "power") if value != first]
        later = {first: f"{first}", "p": ", ".join(rest) + ":\\nit reaches no memory"}
    nodes = edges = ""
    for value, word in later.items():
        more = f"\\n({either[1]}: from the start)" if either and either[2] == value else ""
        bold = ', style="rounded,bold"' if value == first else ""
        nodes += f'    "{field} {value}" [label="{word}{more}"{bold}];\n'
    for switch in machine.switches:
        if switch.field == field:
            others = [value for value in later if value != switch.value]
            leads = _leads("label", address(switch.prefix))
            edges += "".join(f'    "{field} {value}" -> "{field} {switch.value}" [label=" {switch.prefix} "{leads}];\n'
                             for value in others)  # fmt: skip
            if field == "power":  # from any to any
                edges += f'    "{field} {switch.value}" -> "{field} {first}" [label=" {switch.prefix} "{leads}];\n'
    if field == "lead":
        leads = _leads("label", address("STOP"))
        edges += f'    "lead lead" -> "lead 0" [label=" STOP of the lead ", style=dashed{leads}];\n'
    return f'    subgraph cluster_{field} {{\n    label="{title}";\n{nodes}{edges}    }}\n'


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
  fontname="sans-serif";
  fontsize=11;
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
