# SPDX-License-Identifier: MIT
"""A summary in Markdown, for a pull request or the page of a CI job."""

from cite.index import Index
from cite.receipt import State
from cite.runs import Runs

MOST = 20


def write(index: Index, runs: Runs, state: State, faults: list[str]) -> str:
    clauses = [id for id, entry in index.entries.items() if entry.kind == "clause"]
    core = [id for id in clauses if "core" in index.by(id)]
    killed = sum(mutant.verdict.startswith("killed") for mutant in index.mutants)
    rows = [
        *((f"goals, profile {name}", f"{proved} of {whole}") for name, (proved, whole) in runs.counts().items()),
        ("time of the goals", f"{sum(case.seconds for case in runs.cases):.0f} s"),
        ("theorems", str(sum(entry.kind == "theorem" for entry in index.entries.values()))),
        ("clauses", f"{len(clauses)}: {len(core)} of the core, {len(clauses) - len(core)} of the face and the host"),
        ("clauses of the core with goals", str(sum(bool(index.evidence[id].goals) for id in core))),
        ("clauses with a test", str(sum(bool(index.evidence[id].tests) for id in clauses))),
        ("mutants killed", f"{killed} of {len(index.mutants)}"),
        ("assumptions", str(sum(entry.kind == "assumption" for entry in index.entries.values()))),
    ]
    lines = [f"## dxgmap: {runs.verdict}{', and the index has faults' if faults else ''}", "", f"Of {runs.source}.", ""]
    lines += ["| | |", "|---|---|", *(f"| {name} | {text} |" for name, text in rows), ""]
    lines += [*state.lines, ""]
    lines += _listed("Not proved", [f"`{c.name}` ({c.unit}, {c.profile})" for c in runs.cases if not c.prover])
    lines += _listed("The gate", [f"{where + ': ' if where else ''}{what}" for _, where, what in runs.problems])
    lines += _listed("The index", faults)
    return "\n".join(lines).rstrip() + "\n"


def _listed(title: str, lines: list[str]) -> list[str]:
    if not lines:
        return []
    more = [f"- and {len(lines) - MOST} more"] if len(lines) > MOST else []
    return [f"### {title}", "", *(f"- {line}" for line in lines[:MOST]), *more, ""]
