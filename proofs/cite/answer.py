# SPDX-License-Identifier: MIT
"""What is said of one id: a title, and sections with lines. render.py prints it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from cite import ids
from cite.receipt import State
from profiles import PROFILES

MOST = 6  # lines of one sort; JSON has all


@dataclass
class Section:
    title: str
    lines: list[str] = field(default_factory=list)
    code: str = ""
    language: str = "c"


@dataclass
class Answer:
    id: str
    title: str
    quote: str
    sections: list[Section] = field(default_factory=list)
    content: dict = field(default_factory=dict)  # what the index has of it

    def add(self, title: str, lines: list[str], code: str = "", language: str = "c") -> None:
        if lines or code:
            self.sections.append(Section(title, lines, code, language))


def of(id: str, index: dict, state: State) -> Answer:
    if id in index["entries"]:
        return _entry(id, index, state)
    if id in index["goals"]:
        return _goal(id, index, state)
    if id in index["functions"]:
        return _function(id, index, state)
    return _definition(id, index, state)


def known(index: dict) -> set[str]:
    return {*index["entries"], *index["goals"], *index["functions"], *index["definitions"]}


def _entry(id: str, index: dict, state: State) -> Answer:
    entry = index["entries"][id]
    more, kind = entry["more"], entry["kind"]
    by = f", kept by {entry['by']}" if kind == "clause" else ""
    answer = Answer(id, f"{id}: {kind}{by}, {entry['where']}", entry["text"], content=entry)
    _machine(answer, id, index)
    if kind == "theorem":
        answer.add("Stands in", [more["at"]])
        answer.add("Not said", [more["not said"]] if more["not said"] else [])
    if kind == "decision":
        answer.add("Question", [more["question"]])
    if kind == "clause" and more.get("cause"):
        answer.add("Answer", [f"{more['cause']}, {more.get('NTSTATUS', '')}: {_text(more['cause'], index)}"])
    answer.add("Says so", [f"{name}: {more[name]}" for name in _SHOWN.get(kind, ()) if more.get(name)])
    answer.add("Source", list(_sources(entry, index)))
    if kind in ("clause", "theorem"):
        _proof(answer, entry, index)
    else:
        answer.add("Leads to", _few([_line(other, index) for other in entry["cited by"]], MOST * 3))
    if kind in ("clause", "theorem", "promise"):
        answer.add("Tests", _few([f"{test['where']} ({test['name']}): {_HOW[test['how']]}" for test in entry["tests"]]))
    if kind == "theorem":
        answer.add("Cited by", [", ".join(other for other in entry["cited by"] if other in index["entries"])])
    if kind in ("clause", "theorem"):
        _rests(answer, entry, index, state)
    return answer


def _machine(answer: Answer, id: str, index: dict) -> None:
    """What the abstract machine says of it: lines of a step, goals of a theorem, or why there are none."""
    entry = index["entries"][id]
    found = entry["machine"]
    places = [_place(place) for place in found["places"]]
    if entry["kind"] in ("decision", "rule"):
        others = {other: index["entries"][other] for other in [*entry["cited by"], *entry["cites"]]
                  if index["entries"][other]["kind"] == "clause"}
        places = [f"{other}, {_place(place)}" for other, clause in others.items()
                  for place in clause["machine"]["places"][:1] if not clause["machine"]["why"]]
    again = entry["kind"] == "theorem" and bool(places)
    answer.add(IN_MACHINE, [found["why"]] if found["why"] else [], "\n".join(_few(places, MOST)), "ocaml")
    answer.add("These goals again", ["make machine   (cold, by Z3 and CVC4)",
                                     "make refine    (that the core makes the machine's steps)"] * again)


IN_MACHINE = "In the machine"


def _place(place: dict) -> str:
    calls = place["calls"]
    of = f", of {', '.join(calls)}" if 0 < len(calls) <= MOST else f", of {len(calls)} calls" if calls else ""
    return f"{place['where']}  {place['name']}{of}\n{place['text']}"


_SHOWN = {
    "cause": ("NTSTATUS", "VP_STATUS", "class", "Windows analogue", "clause"),
    "page": ("address",),
    "assumption": ("sort", "why", "checked how"),
    "rule": ("model",),
}
_HOW = {
    "names": "names it", "expects": "expects its cause of the call",
    "proved": "a ground call, proved to give its cause", "drawn": "draws the operation, and has the machine judge it",
}  # fmt: skip


def _text(id: str, index: dict) -> str:
    return index["entries"][id]["text"] if id in index["entries"] else ""


def _line(id: str, index: dict) -> str:
    entry = index["entries"][id]
    how = f" ({entry['by']}; {_standing(entry)})" if entry["kind"] == "clause" else f" ({entry['kind']})"
    return f"{id}{how}: {_short(entry['text'])}"


def _standing(entry: dict) -> str:
    return "proved" if entry["goals"] else "tested"


def _short(text: str, most: int = 140) -> str:
    return text if len(text) <= most else f"{text[:most].rsplit(' ', 1)[0]} ..."


def _sources(entry: dict, index: dict) -> Iterator[str]:
    """The rules and decisions that it cites, and the pages of these."""
    for id in entry["cites"]:
        cited = index["entries"][id]
        if cited["kind"] == "rule":
            pages = ", ".join(_page(key, index) for key in ids.named(cited["more"]["pages"], index["entries"]))
            yield f"{id}: {cited['text']} Pages: {pages}"
        elif cited["kind"] == "decision":
            yield f"{id} (decision {id[2:]}): {cited['text']}"
        elif cited["kind"] == "page":
            yield _page(id, index)
        elif cited["kind"] == "theorem" and entry["kind"] == "clause":
            yield f"{id}: {_short(cited['text'])}"


def _page(key: str, index: dict) -> str:
    page = index["entries"][key]
    return f"{page['text']} <{page['more']['address']}>"


def _proof(answer: Answer, entry: dict, index: dict) -> None:
    said = [f"{said['where']}  {said['name']}\n    {said['text']}" for said in entry["said"]]
    shown = {said["name"] for said in entry["said"]}
    text = " ".join(said["text"] for said in entry["said"] if said["sort"] == "promise")
    names = [name for name in dict.fromkeys(re.findall(r"\b[A-Z]\w+", text)) if name in index["definitions"]]
    if not any(said["sort"] == "row" for said in entry["said"]):
        for name in [name for name in names if name not in shown and name != "Inv"][:MOST]:
            definition = index["definitions"][name]
            said.append(f"{definition['where']}\n  {definition['text']}")
    answer.add("In ACSL", [], "\n".join(_few(said, MOST * 2)))
    _goals_section(answer, entry["goals"], index)
    if not entry["goals"]:
        answer.add("Proved", ["nothing: it is kept outside the core, and tested"])
    own = [mutant for mutant in index["mutants"] if mutant["name"] in entry["mutants"]]
    lines = [f"{m['name']} ({m['file']}:{m['line']}): left {m['goal']} open" for m in own]
    rest = [m for m in index["mutants"] if m["unit"] in entry["units"] and m not in own and m["verdict"]]
    if rest and entry["goals"]:
        others = ", ".join(m["name"] for m in rest[:MOST])
        lines.append(f"{len(rest)} more of the same units, killed by other goals: {others}")
    answer.add("Mutants killed", _few(lines, MOST + 1))


def _goals_section(answer: Answer, names: list[str], index: dict) -> None:
    if not names:
        return
    goals = [index["goals"][name] for name in names]
    lines = []
    for name, goal in list(zip(names, goals))[:MOST]:
        prover, seconds = goal["proofs"].get("default", ("nobody", 0))
        lines.append(f"{name}: {prover}, {seconds} s")
    if len(names) > MOST:
        lines.append(f"and {len(names) - MOST} more")
    for profile in PROFILES:
        closed = sum(bool(goal["proofs"].get(profile, [""])[0]) for goal in goals)
        lines.append(f"profile {profile}: {closed} of {len(goals)}")
    functions = sorted({goal["function"] for goal in goals if goal["function"]})
    whole = sum(goal["function"] in functions for goal in index["goals"].values())
    who = functions[0] if len(functions) == 1 else f"these {len(functions)} functions"
    lines.append(f"each rests on all {whole} goals of {who}, and on the contracts of what is called")
    lines.append(f"tools: {', '.join(f'{tool} {version}' for tool, version in index['tools'].items())}")
    answer.add("Proved", lines)


def _rests(answer: Answer, entry: dict, index: dict, state: State) -> None:
    ledger = {id: other for id, other in index["entries"].items() if other["kind"] == "assumption"}
    if entry["goals"]:
        sorts = dict.fromkeys(other["more"]["sort"] for other in ledger.values())
        answer.add("Assumes", [
            f"{sort}: {', '.join(id for id, other in ledger.items() if other['more']['sort'] == sort)}"
            for sort in sorts
        ] + ["make cite ID=A-KERNEL (and so on) says what each is, and how it is checked"])  # fmt: skip
    _bytes(answer, entry["units"], index, state)


def _bytes(answer: Answer, units: list[str], index: dict, state: State) -> None:
    shipped = index["shipped"]
    answer.add("Of these bytes", [f"{shipped['file']} sha256 {shipped['sha256']}", *state.lines])
    if units:
        words = f"make prove {' '.join(f'UNIT={unit}' for unit in units)}" if len(units) == 1 else "make prove"
        again = f"{words}   (cold, profile default; PROFILE=all for the other two)"
        answer.add("Again", [again, f"stored verdicts: make replay{' UNIT=' + units[0] if len(units) == 1 else ''}"])


def _goal(id: str, index: dict, state: State) -> Answer:
    goal = index["goals"][id]
    answer = Answer(id, f"{id}: goal of {goal['unit']}", "", content=goal)
    function = index["functions"].get(goal["function"])
    if function:
        promise = next((p for p in function["promises"] if p["label"] == goal["promise"]), None)
        answer.quote = f"{goal['function']} ({function['where']}): {_SORT[goal['sort']]}"
        if promise:
            answer.add("In ACSL", [], f"{promise['where']}\n    ensures {promise['label']}: {promise['text']};")
    proofs = [f"profile {profile}: {prover}, {seconds} s" for profile, (prover, seconds) in goal["proofs"].items()]
    answer.add("Proved", [*proofs, ", ".join(f"{tool} {version}" for tool, version in index["tools"].items())])
    resting = [other for other, entry in index["entries"].items() if id in entry["goals"]]
    answer.add("Clauses and theorems that rest on it", _few([_line(other, index) for other in resting]))
    killed = [mutant for mutant in index["mutants"] if mutant["goal"] == id]
    answer.add("Mutants that leave it open", [f"{m['name']} ({m['file']}:{m['line']}): {m['why']}" for m in killed])
    _bytes(answer, [goal["unit"]], index, state)
    return answer


_SORT = {
    "ensures": "a promise of its contract", "rte": "a run-time check", "loop": "a loop invariant, variant or assigns",
    "call": "what a called function requires", "assert": "an assertion", "assigns": "it changes nothing else",
    "terminates": "it ends", "exits": "it returns", "lemma": "a lemma", "other": "a goal",
}  # fmt: skip


def _function(id: str, index: dict, state: State) -> Answer:
    function = index["functions"][id]
    answer = Answer(id, f"{id}: function of {function['unit']}, {function['where']}", "", content=function)
    kept = [entry for entry in index["entries"].values() if any(s["name"] == f"{id}: status" for s in entry["said"])]
    asked = [place["calls"] for entry in kept for place in entry["machine"]["places"] if place["cause"]]
    calls = dict.fromkeys(calls[0] for calls in asked if len(calls) == 1)
    steps = [_place(index["calls"][call]) for call in calls if call in index["calls"]]
    answer.add(IN_MACHINE, [], "\n".join(steps), "ocaml")
    said = "\n".join(f"{p['where']}\n    ensures {p['label']}: {p['text']};" for p in function["promises"])
    answer.add("In ACSL", [], said)
    _goals_section(answer, [name for name, goal in index["goals"].items() if goal["function"] == id], index)
    clauses = [other for other, entry in index["entries"].items()
               if any(s["sort"] == "promise" and s["name"].startswith(f"{id}: ") for s in entry["said"])]
    answer.add("Clauses and theorems that it keeps", _few([_line(other, index) for other in clauses], MOST * 4))
    _bytes(answer, [function["unit"]], index, state)
    return answer


def _definition(id: str, index: dict, state: State) -> Answer:
    definition = index["definitions"][id]
    answer = Answer(id, f"{id}: definition, {definition['where']}", "", content=definition)
    answer.add("In ACSL", [], definition["text"])
    clauses = [other for other, entry in index["entries"].items()
               if any(re.search(rf"\b{id}\b", f"{said['name']} {said['text']}") for said in entry["said"])]
    answer.add("Clauses and theorems that name it", _few([_line(other, index) for other in clauses], MOST * 4))
    _bytes(answer, [], index, state)
    return answer


def _few(lines: list[str], most: int = MOST) -> list[str]:
    left = len(lines) - most
    return [*lines[:most], f"and {left} more (FORMAT=json has all)"] if left > 0 else lines
