# SPDX-License-Identifier: MIT
"""JUnit XML: a suite a unit and profile, a case a goal. What is not proved is a failure; of a run that is only stale,
whose stored verdicts are of an older text, it was skipped."""

from itertools import groupby
from xml.etree import ElementTree

from cite import places
from cite.index import Index
from cite.runs import Runs


def write(index: Index, runs: Runs) -> str:
    top = ElementTree.Element("testsuites", name="dxgmap proof")
    how = "skipped" if runs.stale else "failure"
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
                ElementTree.SubElement(row, how, message="not proved").text = f"{file}:{line}: {case.name}"
        problems = [what for name, _, what in runs.problems if name == unit]
        _problems(suite, unit, problems, how)
        _count(suite, how, len(listed) + len(problems), sum(not case.prover for case in listed) + len(problems))
        suite.set("time", f"{sum(case.seconds for case in listed):.3f}")
    general = [what for name, _, what in runs.problems if not any(case.unit == name for case in runs.cases)]
    if general:
        suite = ElementTree.SubElement(top, "testsuite", name="the tree")
        _problems(suite, "tree", general, how)
        _count(suite, how, len(general), len(general))
    ElementTree.indent(top)
    return ElementTree.tostring(top, encoding="unicode", xml_declaration=True) + "\n"


def _count(suite: ElementTree.Element, how: str, tests: int, bad: int) -> None:
    suite.set("tests", str(tests))
    suite.set("failures", str(bad if how == "failure" else 0))
    suite.set("skipped", str(bad if how == "skipped" else 0))
    suite.set("errors", "0")


def _problems(suite: ElementTree.Element, unit: str, problems: list[str], how: str) -> None:
    """What the gate says beside the goals."""
    for number, what in enumerate(problems, 1):
        row = ElementTree.SubElement(suite, "testcase", classname=unit, name=f"gate, reason {number}", time="0")
        ElementTree.SubElement(row, how, message=what[:200]).text = what
