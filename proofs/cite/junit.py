# SPDX-License-Identifier: MIT
"""JUnit XML: a suite a unit and profile, a case a goal."""

from itertools import groupby
from xml.etree import ElementTree

from cite import places
from cite.index import Index
from cite.runs import Runs


def write(index: Index, runs: Runs) -> str:
    top = ElementTree.Element("testsuites", name="dxgmap proof")
    cases = sorted(runs.cases, key=lambda case: (case.unit, case.profile))
    for (unit, profile), group in groupby(cases, key=lambda case: (case.unit, case.profile)):
        suite = ElementTree.SubElement(top, "testsuite", name=f"{unit} ({profile})")
        listed = list(group)
        for case in listed:
            file, line = places.of_case(index, case)
            seconds = f"{case.seconds:.3f}"
            row = ElementTree.SubElement(suite, "testcase", classname=unit, name=case.name, time=seconds)
            row.set("file", file)
            row.set("line", str(line))
            if not case.prover:
                ElementTree.SubElement(row, "failure", message="not proved").text = f"{file}:{line}: {case.name}"
        problems = [what for name, _, what in runs.problems if name == unit]
        _problems(suite, unit, problems)
        suite.set("tests", str(len(listed) + len(problems)))
        suite.set("failures", str(sum(not case.prover for case in listed) + len(problems)))
        suite.set("errors", "0")
        suite.set("time", f"{sum(case.seconds for case in listed):.3f}")
    general = [what for name, _, what in runs.problems if not any(case.unit == name for case in runs.cases)]
    if general:
        suite = ElementTree.SubElement(top, "testsuite", name="the tree", errors="0")
        suite.set("tests", str(len(general)))
        suite.set("failures", str(len(general)))
        _problems(suite, "tree", general)
    ElementTree.indent(top)
    return ElementTree.tostring(top, encoding="unicode", xml_declaration=True) + "\n"


def _problems(suite: ElementTree.Element, unit: str, problems: list[str]) -> None:
    """What the gate says beside the goals."""
    for number, what in enumerate(problems, 1):
        row = ElementTree.SubElement(suite, "testcase", classname=unit, name=f"gate, reason {number}", time="0")
        ElementTree.SubElement(row, "failure", message=what[:200]).text = what
