# SPDX-License-Identifier: MIT
"""The report: each format parses, says what was found, and the page needs nothing but itself."""

import json
import re
import unittest
from html.parser import HTMLParser
from pathlib import Path
from tempfile import TemporaryDirectory
from xml.etree import ElementTree

import jsonschema

from scratch import ROOT

from cite import drawing, index, junit, lint, page, receipt, report, runs, sarif, summary

OPEN = "typed_ref_dxgmap_op_unpin_ensures_released"
GATE = "dxgmap_op_pin: `ensures pinned` is gone: less than proofs/floor.json says"
RED = {
    "kind": "prove",
    "problems": [{"what": "the core is not one", "where": "proofs/ASSUMPTIONS.md", "look": ""}],
    "runs": [{
        "unit": "op_pin", "profile": "default", "seconds": 3.0, "functions": [],
        "goals": [{"name": OPEN, "prover": "", "seconds": 10.0},
                  {"name": "typed_ref_dxgmap_op_pin_ensures_inv", "prover": "z3", "seconds": 0.5}],
        "problems": [{"what": GATE, "where": "model/core/operations/op_pin.c", "look": ""}],
    }],
}  # fmt: skip


class Reader(HTMLParser):
    """Elements that are opened and closed, and what a browser would fetch."""

    EMPTY = {"meta", "input", "br", "link", "img"}

    def __init__(self):
        super().__init__()
        self.open, self.wrong, self.fetched, self.ids, self.links, self.text = [], [], [], [], [], []

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        if tag not in self.EMPTY:
            self.open.append(tag)
        self.ids += [given["id"]] if "id" in given and "svg" not in self.open else []
        self.links += [given["href"]] if tag == "a" and "href" in given else []
        if tag in ("script", "link", "img", "iframe", "object") or "src" in given:
            self.fetched.append(tag)

    def handle_startendtag(self, tag, attrs):
        pass  # of SVG

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.wrong.append(tag)

    def handle_data(self, data):
        self.text.append(data)


class ReportTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.index = index.read(ROOT)
        cls.red = runs.of_run(RED, "a run that was made up")
        cls.green = runs.of_sessions(cls.index)
        cls.state = receipt.state(ROOT)

    def validated(self, text):
        content = json.loads(text)
        schema = json.loads((Path(__file__).parent / "sarif_subset.json").read_text())
        jsonschema.validate(content, schema)
        return content

    def test_junit_of_the_stored_proofs(self):
        top = ElementTree.fromstring(junit.write(self.index, self.green))
        self.assertEqual(len(top.findall(".//testcase")), len(self.green.cases))
        self.assertEqual(top.findall(".//failure"), [])
        self.assertEqual(sum(int(suite.get("tests")) for suite in top), len(self.green.cases))

    def test_junit_of_a_red_run(self):
        top = ElementTree.fromstring(junit.write(self.index, self.red))
        failed = [case.get("name") for case in top.findall(".//testcase") if case.find("failure") is not None]
        self.assertEqual(failed, ["dxgmap_op_unpin_ensures_released", "gate, reason 1", "gate, reason 1"])
        self.assertEqual([(suite.get("name"), suite.get("failures")) for suite in top],
                         [("op_pin (default)", "2"), ("the tree", "1")])
        case = top.find(".//testcase[@name='dxgmap_op_unpin_ensures_released']")
        self.assertEqual(case.get("file"), "model/core/operations/op_pin.h")
        said = (ROOT / case.get("file")).read_text().splitlines()[int(case.get("line")) - 1]
        self.assertIn("ensures released", said)

    def test_sarif_of_the_stored_proofs(self):
        content = self.validated(sarif.write(self.index, self.green, lint.faults(self.index)))
        self.assertEqual(content["runs"][0]["results"], [])

    def test_sarif_of_a_red_run(self):
        content = self.validated(sarif.write(self.index, self.red, ["spec/clauses/pin.md:9: PIN-2 has no goal"]))
        results = content["runs"][0]["results"]
        self.assertEqual([result["ruleId"] for result in results], ["goal", "gate", "gate", "index"])
        self.assertIn("UNPIN-2", results[0]["message"]["text"])
        place = results[3]["locations"][0]["physicalLocation"]
        self.assertEqual((place["artifactLocation"]["uri"], place["region"]["startLine"]), ("spec/clauses/pin.md", 9))
        for result in results:
            uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
            self.assertTrue((ROOT / uri).is_file(), uri)

    def test_the_schema_says_no(self):
        content = json.loads(sarif.write(self.index, self.red, []))
        content["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"]["startLine"] = 0
        with self.assertRaises(jsonschema.ValidationError):
            self.validated(json.dumps(content))

    def test_the_summary(self):
        text = summary.write(self.index, self.red, self.state, [])
        self.assertTrue(text.startswith("## dxgmap: not proved\n"))
        for words in ("1 of 2", "`dxgmap_op_unpin_ensures_released` (op_pin, default)", GATE, "the core is not one"):
            self.assertIn(words, text)
        text = summary.write(self.index, self.green, self.state, [])
        self.assertTrue(text.startswith("## dxgmap: proved when it was stored\n"))

    def test_a_cold_run_and_a_stored_one_are_told_apart(self):
        one = {**RED["runs"][0], "problems": [], "goals": RED["runs"][0]["goals"][1:]}
        green = {**RED, "problems": [], "runs": [one]}
        self.assertEqual(runs.of_run(green, "").verdict, "proved")
        self.assertEqual(self.green.verdict, "proved when it was stored")

    def test_a_run_of_some_units_is_no_proof(self):
        one = {**RED["runs"][0], "problems": [], "goals": RED["runs"][0]["goals"][1:]}
        part = runs.of_run({**RED, "problems": [], "runs": [one]}, "a run", {"op_pin", "op_adl", "step"})
        self.assertEqual((part.verdict, part.missing), ("proved in part", {"op_adl", "step"}))
        self.assertEqual(part.source, "a run, which leaves out 2 of the 3 units of the core")
        self.assertIn("## dxgmap: proved in part\n", summary.write(self.index, part, self.state, []))

    def read_page(self, told):
        text = page.write(self.index, told, self.state, [("abc1234", "2026-01-01", {"op_pin": 3.0})])
        reader = Reader()
        reader.feed(text)
        return text, reader

    def test_the_page_needs_nothing_but_itself(self):
        text, reader = self.read_page(self.green)
        self.assertEqual((reader.wrong, reader.open, reader.fetched), ([], [], []))
        self.assertNotIn("@import", text)
        self.assertNotIn("url(", text)
        self.assertIn("prefers-color-scheme: dark", text)
        self.assertIn("width=device-width", text)

    def test_the_page_has_everything(self):
        _, reader = self.read_page(self.green)
        self.assertEqual(len(reader.ids), len(set(reader.ids)), "an id stands there twice")
        for id, entry in self.index.entries.items():
            if entry.kind in ("clause", "theorem", "rule", "assumption"):
                self.assertIn(id, reader.ids)
        for link in reader.links:
            self.assertTrue(link.startswith("https://") or link[1:] in reader.ids, link)
        words = "".join(reader.text)
        for said in ("What is not claimed", "exclusive", "frame buffer pointer", "abc1234", "rules are met by clauses",
                     "else if pinned s x index then Pinned", "lemma t_atom"):  # fmt: skip
            self.assertIn(said, words)

    def test_the_page_of_a_red_run(self):
        _, reader = self.read_page(self.red)
        words = "".join(reader.text)
        for said in ("not proved", "Why it is red", "dxgmap_op_unpin_ensures_released", "the core is not one"):
            self.assertIn(said, words)

    def test_the_drawing_names_clauses(self):
        known = {id.split("-")[0] for id, entry in self.index.entries.items() if entry.kind == "clause"}
        self.assertEqual(drawing.prefixes(self.index) - known, set())
        drawn = drawing.svg(drawing.adapter_graph(self.index), "an adapter")
        ElementTree.fromstring(drawn)
        self.assertFalse(re.search(r'"(black|white)"', drawn), "a colour of its own")

    def test_the_drawing_is_of_the_machine(self):
        """Every switch of the machine is an arrow, and every state that it leads to a box."""
        machine = self.index.machine
        branches = [line for line in machine.definitions["switched"].lines if re.match(r"\s*\| [A-Z]", line)]
        self.assertEqual(len(machine.switches), len(branches), "a branch of `switched` that was not read")
        self.assertEqual({switch.field for switch in machine.switches}, set(drawing.FIELDS))
        graph = drawing.adapter_graph(self.index)
        for said in ('"D1, D2, D3:', '"removed false" -> "removed true" [label=" REMOVE "', '"lead 0" -> "lead lead"',
                     '"power D0" [label="D0", style="rounded,bold"]', "(Remapping: from the start)"):  # fmt: skip
            self.assertIn(said, graph)
        boxes = set(re.findall(r'^    "(.*?)" \[', graph, re.M))
        for a, b in re.findall(r'^    "(.*?)" -> "(.*?)" \[', graph, re.M):
            self.assertLessEqual({a, b}, boxes)

    def test_what_is_written(self):
        with TemporaryDirectory() as folder:
            run = Path(folder) / "prove.json"
            run.write_text(json.dumps(RED))
            written = report.write(ROOT, Path(folder) / "out", run)
            self.assertEqual([path.name for path in written],
                             ["index.html", "junit.xml", "dxgmap.sarif", "summary.md", "badge.svg"])
            self.assertTrue(all(path.stat().st_size > 200 for path in written))
            with self.assertRaises(FileNotFoundError):
                report.write(ROOT, Path(folder), Path(folder) / "absent.json")
