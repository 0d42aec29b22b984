# SPDX-License-Identifier: MIT
"""A run of bite.py on a small tree: what it believes, what is red, and what it does with a shard."""

import contextlib
import io
import json
import shutil
import tempfile
import unittest
from pathlib import Path
from unittest import mock

import bite
from bites import hunt, score, verdicts
from bites.behaviour import GREEN
from bites.verdicts import KILLED, SURVIVED

ROOT = Path(__file__).resolve().parents[2]
BOX = ROOT / "tests" / "gate" / "fixtures" / "box"


class Run(unittest.TestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory(prefix="dxgmap-bites-")
        self.addCleanup(folder.cleanup)
        self.tree = Path(folder.name) / "box"
        shutil.copytree(BOX, self.tree)
        (self.tree / score.REASONS).parent.mkdir(parents=True)
        self.reasons({})
        self.asked: list[str] = []
        self.survivors: set[str] = set()

    def reasons(self, content: dict[str, str]) -> None:
        (self.tree / score.REASONS).write_text(json.dumps({name: {"why": why} for name, why in content.items()}))

    def run_it(self, *words: str) -> tuple[int, str]:
        def judge(mutant, root, _):
            self.asked.append(mutant.mutant.name)
            return (SURVIVED, "all proved") if mutant.mutant.name in self.survivors else (KILLED, "box: a goal")

        said = io.StringIO()
        with (
            contextlib.redirect_stdout(said),
            mock.patch.object(bite, "judge", judge),
            mock.patch.object(bite.behaviour, "built", lambda _: contextlib.nullcontext()),
            mock.patch.object(bite.behaviour, "suite", lambda *_: GREEN),
            mock.patch.object(score, "clauses", lambda *_: (["PUT-1"], set())),
        ):
            code = bite.main(["--root", str(self.tree), *words])
        return code, said.getvalue()

    def results(self) -> dict:
        return json.loads((self.tree / score.RESULT).read_text())

    def test_all_killed_is_green_and_a_second_run_asks_nobody(self) -> None:
        code, said = self.run_it()
        self.assertEqual(0, code, said)
        first = len(self.asked)
        self.assertGreater(first, 20)
        self.assertEqual((first, first), (self.results()["judged"], self.results()["killed by proof"]))
        self.assertEqual(0, self.run_it()[0])
        self.assertEqual(first, len(self.asked))
        self.run_it("--again")
        self.assertEqual(2 * first, len(self.asked))

    def test_what_was_stopped_goes_on(self) -> None:
        self.run_it("--shard", "1/2")
        half = list(self.asked)
        self.run_it()
        self.assertEqual(len(self.asked), len(set(self.asked)), "none twice")
        self.assertLess(len(half), len(self.asked))

    def test_sums_of_what_was_judged_so_far(self) -> None:
        self.run_it("--shard", "1/2")
        half = len(self.asked)
        code, said = self.run_it("--sum")
        self.assertEqual((0, half), (code, len(self.asked)), said)
        self.assertEqual(half, self.results()["judged"])
        self.assertLess(half, self.results()["chosen"])

    def test_shards_are_all_of_it_together(self) -> None:
        for shard in ("1/3", "2/3", "3/3"):
            self.run_it("--shard", shard)
        parts = sorted(self.asked)
        self.asked.clear()
        self.run_it("--again")
        self.assertEqual(parts, sorted(self.asked))
        for wrong in ("0/3", "4/3", "x", "1"):
            with self.assertRaises(SystemExit), contextlib.redirect_stderr(io.StringIO()):
                self.run_it("--shard", wrong)

    def test_a_survivor_is_red_until_there_is_a_reason(self) -> None:
        self.run_it()
        self.survivors = {self.asked[0]}
        code, said = self.run_it("--again")
        self.assertEqual(1, code)
        self.assertIn(f"SURVIVED  {self.asked[0]}", said)
        self.reasons({self.asked[0]: "it is the same program"})
        code, said = self.run_it()
        self.assertEqual(0, code, said)
        self.assertEqual(["it is the same program"], list(self.results()["survivors"].values()))

    def test_a_reason_of_no_survivor_is_told(self) -> None:
        self.reasons({"0123456789abcdef": "long gone"})
        self.assertIn("0123456789abcdef is of no survivor", self.run_it()[1])

    def test_an_edit_of_a_unit_makes_its_verdicts_stale(self) -> None:
        self.run_it()
        every = set(self.asked)
        self.asked.clear()
        path = self.tree / "model/core/op_put.c"
        path.write_text(path.read_text().replace("return 2u;", "return 3u;"))
        self.run_it()
        self.assertTrue(self.asked)
        self.assertTrue(every - set(self.asked), "what box alone judges is not asked again")

    def test_a_body_that_no_promise_speaks_of_is_a_survivor(self) -> None:
        """With Frama-C: the mutant is found, and no longer when the promise is gone."""
        was = "s->cell[s->count] = value;"
        path = self.tree / "model/core/box.c"
        change = ("model/core/box.c", path.read_text().replace(was, "s->cell[s->count] = value / 2u + 1u;"))
        self.assertIn("dxgmap_box_put_ensures_added", self.hunt(change))
        header = self.tree / "model/core/box.h"
        promise = "    ensures added: s->cell[\\old(s->count)] == value;\n"
        self.assertEqual(1, header.read_text().count(promise))
        header.write_text(header.read_text().replace(promise, ""))
        self.assertEqual("", self.hunt(change))

    def hunt(self, change: tuple[str, str]) -> str:
        return hunt.Hunt(self.tree).open_goal("box", ("dxgmap_box_put",), change)


class Compiler(unittest.TestCase):
    def test_what_is_no_c_is_told_apart(self) -> None:
        mutants = bite.choice.chosen(ROOT)
        good = next(b for b in mutants if b.operator == "negated condition")
        self.assertEqual("", verdicts.is_c(good, ROOT))
        bad = mock.Mock(mutant=good.mutant, changed=lambda text: text + "\nuint32_t f(void) { return no; }\n")
        self.assertNotEqual("", verdicts.is_c(bad, ROOT))
