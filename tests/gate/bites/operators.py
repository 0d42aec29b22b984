# SPDX-License-Identifier: MIT
"""The operators: each finds every place of a body where it applies, and what stands there instead."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from bites.source import Body, closing, operand_end, operand_start, parts


@dataclass(frozen=True)
class Edit:
    start: int
    end: int
    text: str


Operator = Callable[[str, Body], Iterator[Edit]]
_WORDS = r"(?:return|if|for|while|else|do|switch|case|default|break|continue|goto)\b"
_DECLARATION = re.compile(
    r"(?:const\s+|static\s+|struct\s+)*\w+\s*(?:\*\s*(?:const\s*)?)*\s\*?\w+\s*(?:[=;,[]|$)"
)


def deleted_statement(code: str, body: Body) -> Iterator[Edit]:
    for match in re.finditer(r"(?<=[;{}])\s*([^;{}\s][^;{}]*;)", code[body.start - 1 : body.end]):
        text, at = match[1], body.start - 1 + match.start(1)
        declares = _DECLARATION.match(text)
        inside = code.count("(", body.start, at) - code.count(")", body.start, at)  # of the head of a loop
        if not re.match(rf"{_WORDS}|\(void\)", text) and not declares and inside == 0:
            yield Edit(at, at + len(text), "")


def negated_condition(code: str, body: Body) -> Iterator[Edit]:
    for match in re.finditer(r"\b(?:if|while)\s*\(", code[body.start : body.end]):
        opened = body.start + match.end() - 1
        closed = closing(code, opened)
        yield Edit(opened, closed + 1, f"(!({code[opened + 1 : closed]}))")


def dropped_operand(code: str, body: Body) -> Iterator[Edit]:
    for match in re.finditer(r"&&|\|\|", code[body.start : body.end]):
        start, end = body.start + match.start(), body.start + match.end()
        first, last = operand_start(code, start), operand_end(code, end)
        yield Edit(first, end, " " if code[first - 1].isalnum() else "")
        yield Edit(start, last, "")


def other_comparison(code: str, body: Body) -> Iterator[Edit]:
    others = {"<": "<=", "<=": "<", ">": ">=", ">=": ">", "==": "!=", "!=": "=="}
    for match in re.finditer(r"(?<= )(<=|>=|==|!=|<|>)(?= )", code[body.start : body.end]):
        yield Edit(body.start + match.start(), body.start + match.end(), others[match[1]])


def off_by_one(code: str, body: Body) -> Iterator[Edit]:
    for match in re.finditer(r"(?<![\w.])(\d+)(u?(?:ll)?)\b", code[body.start : body.end]):
        start, end = body.start + match.start(), body.start + match.end()
        yield Edit(start, end, f"{int(match[1]) + 1}{match[2]}")
    for match in re.finditer(r" [+-] 1u?\b", code[body.start : body.end]):
        yield Edit(body.start + match.start(), body.start + match.end(), "")


def other_sign(code: str, body: Body) -> Iterator[Edit]:
    others = {" + ": " - ", " - ": " + ", "++": "--", "--": "++", " += ": " -= ", " -= ": " += "}
    for match in re.finditer(r" [+-] | [+-]= |\+\+|--", code[body.start : body.end]):
        yield Edit(body.start + match.start(), body.start + match.end(), others[match[0]])


def swapped_arguments(code: str, body: Body) -> Iterator[Edit]:
    for match in re.finditer(r"\b\w+\(", code[body.start : body.end]):
        opened = body.start + match.end() - 1
        if re.match(_WORDS, match[0]):
            continue
        places = parts(code, opened + 1, closing(code, opened))
        for (a, b), (c, d) in zip(places, places[1:]):
            if code[a:b] != code[c:d]:
                yield Edit(a, d, code[c:d] + code[b:c] + code[a:b])


def constant_result(code: str, body: Body) -> Iterator[Edit]:
    if body.gives == "void":
        yield Edit(body.start, body.start, "\n  return;\n")
        return
    if body.gives != "bool" and not re.fullmatch(r"u?int\d+_t", body.gives):
        return  # a structure has no constants
    for match in re.finditer(r"\breturn ([^;]+);", code[body.start : body.end]):
        start, end = body.start + match.start(1), body.start + match.end(1)
        same = {"DXGMAP_OK": "0"}.get(match[1], "1" if match[1].startswith("DXGMAP_") else match[1])
        for constant in ("false", "true") if body.gives == "bool" else ("0", "1"):
            if constant != same:  # a cause may be 1, but is not 0
                yield Edit(start, end, constant)


OPERATORS: dict[str, Operator] = {
    "deleted statement": deleted_statement,
    "negated condition": negated_condition,
    "dropped operand": dropped_operand,
    "other comparison": other_comparison,
    "off by one": off_by_one,
    "other sign": other_sign,
    "swapped arguments": swapped_arguments,
    "constant result": constant_result,
}
