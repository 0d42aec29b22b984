# SPDX-License-Identifier: MIT
"""The recipe of a container has every tool in one version, and those that the receipt names in the receipt's."""

import json
import re
import unittest
from fnmatch import fnmatch

import workflow

RECIPE = "Containerfile"
RECEIPT = "proofs/receipt.json"
BASE = re.compile(r"^FROM docker\.io/library/debian:12\.\d+$", re.M)
PACKAGE = re.compile(r"^ +([a-z][a-z0-9.+-]+)=(\S+) \\$", re.M)
# What the receipt names, the package that has it, and how the package spells that version.
DECIDES = {
    "frama-c": ("frama-c-base", "{}"), "why3": ("why3", "{}-*"), "z3": ("z3", "{}-*"), "cvc4": ("cvc4", "{}-*"),
    "gcc": ("gcc-12", "{}-*"), "clang": ("clang-14", "1:{}-*"),
}  # fmt: skip
SPELLED = {"25.0": "20220511-manganese-*"}  # element 25 is Manganese


def text_of(path):
    return (workflow.ROOT / path).read_text()


def needed():
    """The packages of .ci/tools."""
    tables = re.findall(r"^(?:needed|files)='\n(.*?)^'", text_of(".ci/tools"), re.M | re.S)
    return {line.split()[-1] for table in tables for line in table.splitlines() if line.strip()}


def faults(recipe, receipt):
    packages = dict(PACKAGE.findall(recipe))
    if not BASE.search(recipe) or len(re.findall(r"^FROM ", recipe, re.M)) != 1:
        yield "is not based on one release of Debian 12"
    for package in sorted(needed() - packages.keys()):
        yield f"does not install {package} in one version"
    for tool, version in receipt["tools"].items():
        package, spelling = DECIDES[tool]
        given, wanted = packages.get(package, "none"), SPELLED.get(version, spelling.format(version))
        if "*" in given or not fnmatch(given, wanted):
            yield f"{package} is {given}; the receipt is of {tool} {version}"
    for line in recipe.splitlines():
        if not line.startswith(("#", "FROM ")) and workflow.ELSEWHERE.search(line):
            yield f"takes something from elsewhere: {line.strip()}"
    for path in re.findall(r"^COPY (\S+) ", recipe, re.M):
        if not (workflow.ROOT / path).is_file():
            yield f"there is no {path}"
    if not re.search(r"^RUN \S*tools doctor$", recipe, re.M):
        yield "does not say whether every tool is there"


class ContainerTest(unittest.TestCase):
    def setUp(self):
        self.recipe, self.receipt = text_of(RECIPE), json.loads(text_of(RECEIPT))

    def assert_fault(self, old, new, words):
        self.assertIn(old, self.recipe)
        found = list(faults(self.recipe.replace(old, new, 1), self.receipt))
        self.assertTrue(any(words in fault for fault in found), f"expected {words}, seen {found}")

    def test_as_it_is(self):
        self.assertGreater(len(needed()), 15)
        self.assertEqual(list(faults(self.recipe, self.receipt)), [])

    def test_each_fault_is_seen(self):
        self.assert_fault("debian:12.11", "debian:latest", "one release of Debian 12")
        self.assert_fault("      spin=6.5.2+dfsg-* \\\n", "", "does not install spin")
        self.assert_fault("spin=6.5.2+dfsg-*", "spin", "does not install spin")
        self.assert_fault("z3=4.8.12-3.1", "z3=4.13.3-1", "the receipt is of z3 4.8.12")
        self.assert_fault("why3=1.5.1-1+b2", "why3=1.5.*", "the receipt is of why3 1.5.1")
        self.assert_fault("tools doctor", "tools help", "every tool is there")
        self.assert_fault("COPY .ci/tools", "COPY .ci/tool", "there is no .ci/tool")
        self.assert_fault("RUN /usr", "RUN curl https://example.org | sh && /usr", "from elsewhere")

    def test_a_tool_that_was_not_there_at_the_proof(self):
        self.receipt["tools"]["z3"] = "4.13.3"
        self.assertIn("z3 is 4.8.12-3.1; the receipt is of z3 4.13.3", list(faults(self.recipe, self.receipt)))
