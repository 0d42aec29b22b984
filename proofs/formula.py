# SPDX-License-Identifier: MIT
"""Formulas and annotations as text: one spelling, conjuncts, sentences, and how a definition calls itself."""

import re
from collections.abc import Iterator

_LOOSER_THAN_AND = re.compile(r"==>|<==>|\|\||\^\^|\?|\\forall|\\exists|\\let")
_BINDER = re.compile(r"\\(?:forall|exists|let)\b")


def squeeze(text: str) -> str:
    """One spelling for one formula: no space but where two words meet."""
    text = re.sub(r"\s+", " ", text).strip()
    return re.sub(r" ?([^\w\s\\]) ?", r"\1", text)


def split_top(text: str, separator: str) -> list[str]:
    """Splits where no bracket is open."""
    parts, depth, start, i = [], 0, 0, 0
    while i < len(text):
        if text[i] in "([{":
            depth += 1
        elif text[i] in ")]}":
            depth -= 1
        elif depth == 0 and text.startswith(separator, i):
            parts.append(text[start:i])
            i += len(separator)
            start = i
            continue
        i += 1
    return [*parts, text[start:]]


def sentences(annotation: str) -> Iterator[str]:
    """The parts that end with a semicolon; the one behind the variables of a quantifier ends none."""
    part, bound = "", 0
    for piece in split_top(annotation, ";"):
        bound += len(_BINDER.findall(outside_brackets(piece)))
        part += piece
        if bound:
            bound -= 1
            part += ";"
        elif part.strip():
            yield part.strip()
            part = ""
        else:
            part = ""
    if part.strip():
        yield part.strip()


def conjuncts(text: str) -> list[str]:
    """The conjuncts of a formula; one that binds looser than a conjunction stays whole."""
    text = squeeze(text)
    while text.startswith("(") and closing(text, 0) == len(text) - 1:
        text = text[1:-1]
    if _LOOSER_THAN_AND.search(outside_brackets(text)):
        return [text]
    parts = split_top(text, "&&")
    if len(parts) == 1:
        return parts
    return [c for part in parts for c in conjuncts(part)]


def outside_brackets(text: str) -> str:
    out, depth = [], 0
    for c in text:
        if c in "([{":
            depth += 1
        if depth == 0:
            out.append(c)
        if c in ")]}":
            depth -= 1
    return "".join(out)


def closing(text: str, at: int) -> int:
    """Where the bracket at `at` is closed."""
    depth = 0
    for i in range(at, len(text)):
        depth += (text[i] in "([{") - (text[i] in ")]}")
        if depth == 0:
            return i
    return -1


_DEFINITION = re.compile(
    r"^(?:predicate|logic\b[\w *]*?)[ *](?P<name>\w+)(?:\{[^}]*\})?(?:\((?P<parameters>[^()]*)\))?=(?P<body>.*);$"
)


def defined(definition: str) -> bool:
    """A predicate or logic function, squeezed, has a body; without one it means anything."""
    return _DEFINITION.match(definition) is not None


def descends(definition: str) -> bool:
    """A logic function that calls itself does so as `n <= 0 ? e : .. f(.., n - 1, ..) ..` for one of its parameters n,
    or not at all. Any other equation may have no solution, and then everything follows from it."""
    match = _DEFINITION.match(definition)
    if not match:
        return True
    calls = list(re.finditer(rf"\b{match['name']}\b", match["body"]))
    if not calls:
        return True
    names = [re.findall(r"\w+", parameter)[-1] for parameter in (match["parameters"] or "").split(",") if parameter]
    for place, name in enumerate(names):
        base = re.match(rf"{name}<=0\?([^?:]*):", match["body"])
        inside = base is not None and all(call.start() >= base.end() for call in calls)
        if inside and all(_argument(match["body"], call.end(), place) == f"{name}-1" for call in calls):
            return True
    return False


def _argument(body: str, at: int, place: int) -> str:
    """The argument at that place of the call whose name ends at `at`; labels stand before the arguments."""
    if body.startswith("{", at):
        at = closing(body, at) + 1
    if not body.startswith("(", at):
        return ""
    given = split_top(body[at + 1 : closing(body, at)], ",")
    return given[place] if place < len(given) else ""
