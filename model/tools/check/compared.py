# SPDX-License-Identifier: MIT
"""Which alarms are about a pointer that is compared and not followed.

C has no value for a pointer to what is gone, and Eva tells who looks at one. Drivers compare them with NULL all the
time, and nothing comes of it."""

import re
from collections import defaultdict

from analyse import DANGLING, Run

_ASSERTION = re.compile(r"assert\s+!\\dangling\((.*)\);?$", re.S)
_FUNCTION = re.compile(r"^[A-Za-z_][^;{}=]*?\b(\w+)\([^;{}]*\)\n\{\n(.*?)^\}", re.M | re.S)
_ANNOTATED = re.compile(r"/\*@\s*assert\s+Eva:\s+dangling_pointer:\s*!\\dangling\((.*?)\);\s*\*/\s*([^;{]*)", re.S)
Alarm = tuple[str, int, str]  # file, line, text


def _compares(statement: str, pointer: str) -> bool:
    """Whether a normalised statement compares the pointer, or asks whether it is NULL, and no more."""
    flat = " ".join(statement.split())
    name = re.escape(" ".join(pointer.split()))
    begin = r"(?:if \(|[\w.>-]+ = )(?:\(\w+\))?(?:! ?)?\(?(?:\([\w *]+\))?"
    return re.match(begin + name + r"\s*(?:\)|$|(?:==|!=) )", flat) is not None


def _statements(program: str) -> dict[tuple[str, str], list[str]]:
    """By function and pointer, in order: the statements that look at one."""
    found = defaultdict(list)
    for function, body in _FUNCTION.findall(program):
        for pointer, statement in _ANNOTATED.findall(body):
            found[function, "".join(pointer.split()).removeprefix("&")].append(statement)
    return found


def harmless(run: Run) -> set[Alarm]:
    """Alarms of those statements that compare, as far as each alarm has its statement."""
    statements = _statements(run.program)
    alarms: dict[tuple[str, str], set[Alarm]] = defaultdict(set)
    for message in run.messages:
        match = _ASSERTION.search(message.text) if message.kind == "eva:alarm" and DANGLING in message.text else None
        if match and message.stack:
            pointer = "".join(match[1].split()).removeprefix("&")
            alarms[message.stack[0].function, pointer].add((message.file, message.line, message.text))
    good: set[Alarm] = set()
    for key, found in alarms.items():
        if len(statements[key]) == len(found):
            pairs = zip(sorted(found), statements[key], strict=True)
            good |= {alarm for alarm, statement in pairs if _compares(statement, key[1])}
    return good
