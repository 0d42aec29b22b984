# SPDX-License-Identifier: MIT
"""What a change does to the claims, seen by name."""

import os
import subprocess
import sys
import unittest

from scratch import ROOT, ScratchTest

from cite import diff, index

PIN_H = "model/core/operations/op_pin.h"


def _git_dir():
    words = ["git", "rev-parse", "--absolute-git-dir"]
    return subprocess.run(words, cwd=ROOT, capture_output=True, text=True).stdout.strip()


class DiffTest(ScratchTest):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.base = index.read(ROOT)

    def lines(self):
        return diff.compare(self.base, index.read(self.tree))

    def assert_found(self, section, how, *words):
        found = self.lines()
        for line in found:
            if line[:2] == (section, how) and all(word in line[2] for word in words):
                return
        self.fail(f"expected: {section}, {how}, {words}; seen: {found}")

    def test_nothing(self):
        self.assertEqual(self.lines(), [])
        self.assertIn("Nothing that is claimed has changed", diff.render([], "main"))

    def test_an_ensures_that_is_weakened(self):
        self.change(PIN_H, "==> *s == \\old(*s) && \\result.handle == 0;", "==> *s == \\old(*s);")
        self.assert_found("Contracts", "weakened", "dxgmap_op_pin: `ensures atomic`", "lost \\result.handle==0")

    def test_an_ensures_that_is_strengthened(self):
        self.change(PIN_H, "ensures inv: Inv(*s);", "ensures inv: Inv(*s) && s->commit >= 0;")
        self.assert_found("Contracts", "strengthened", "dxgmap_op_pin: `ensures inv`", "s->commit>=0")

    def test_an_ensures_that_is_gone(self):
        self.change(PIN_H, "    ensures kind: \\result.status == DXGMAP_OK ==> HandleOf(*s, AdapterOf(adapter), kind, "
                           "\\result.handle);\n", "")
        self.assert_found("Contracts", "weakened", "dxgmap_op_pin: `ensures kind` is gone")

    def test_a_contract_that_asks_for_more(self):
        self.change(PIN_H, "requires inv: Inv(*s);", "requires inv: Inv(*s);\n    requires more: index == 0;")
        self.assert_found("Contracts", "weakened", "dxgmap_pin_admit asks its callers for more: index==0")

    def test_a_row_that_is_dropped(self):
        self.change("spec/logic/op_pin.h",
                    "    s.adapter[AdapterOf(h)].saves.pin[index] != 0 ? status == DXGMAP_PINNED : // PIN-14\n", "")
        self.assert_found("Rows of the status predicates", "weakened", "PinAdmit: the row of PIN-14 is gone")

    def test_a_row_that_is_changed(self):
        self.change("spec/logic/op_pin.h", "saves.pin[index] != 0 ?", "saves.pin[index] > 1 ?")
        self.assert_found("Rows of the status predicates", "changed", "PinAdmit: PIN-14")

    def test_a_definition_that_is_weakened(self):
        self.change("spec/logic/state.h", "OpenedOk(s) && Charged(s);", "OpenedOk(s);")
        self.assert_found("Definitions", "weakened", "Inv (spec/logic/state.h:", "lost Charged(s)")

    def test_an_assumption_that_is_added(self):
        self.change("proofs/ASSUMPTIONS.md", "| A-RTE |", "| A-LUCK | trusted | it | goes | well |\n| A-RTE |")
        self.assert_found("Assumptions", "added", "A-LUCK")
        self.assertIn("**1 of 1 make a claim weaker, or may.**", diff.render(self.lines(), "main"))

    def test_an_assumption_in_the_text(self):
        """Listed in the ledger or not."""
        luck = "/*@ axiomatic Luck { axiom luck: \\forall integer x; x == 0; } */\n"
        self.change("spec/logic/state.h", "/*@", f"{luck}/*@")
        self.change("model/core/operations/op_pin.c", "/*@ assert ", "/*@ admit nice: \\false; */ /*@ assert ")
        self.assert_found("Assumptions", "added", "axiomatic Luck (spec/logic/state.h)")
        self.assert_found("Assumptions", "added", "axiom luck (spec/logic/state.h)")
        self.assert_found("Assumptions", "added", "admit nice: \\false (model/core/operations/op_pin.c)")
        self.assertIn("**3 of 4 make a claim weaker, or may.**", diff.render(self.lines(), "main"))

    def test_a_loop_that_is_broken(self):
        path = "model/core/structures/heap.c"
        self.assertIn("loop invariant", (self.tree / path).read_text())
        self.change(path, "loop invariant", "loop invariant broken: 0 <= 1 && ")
        found = [line for line in self.lines() if line[0] == "Bodies"]
        self.assertEqual(len(found), 1, found)
        self.assertIn("its loop annotations too; make prove UNIT=heap", found[0][2])

    def test_a_clause_that_is_added_removed_and_changed(self):
        self.change("spec/clauses/unpin.md", "| UNPIN-5 | The section keeps", "| UNPIN-50 | The section keeps")
        self.change("spec/clauses/unpin.md", "| UNPIN-6 | Left alone:", "| UNPIN-6 | Not touched:")
        self.assert_found("Clauses", "added", "UNPIN-50")
        self.assert_found("Clauses", "removed", "UNPIN-5:")
        self.assert_found("Clauses", "changed", "UNPIN-6: its words")

    def test_goals_that_are_lost_and_a_mutant(self):
        for profile in ("default", "small", "large"):
            self.remove(f"proofs/sessions/op_pin-{profile}.json")
        self.change("tests/gate/mutants/core.json", '"name": "a second pin"', '"name": "a third pin"')
        self.assert_found("Goals of the stored proofs", "lost", "dxgmap_op_unpin: dxgmap_op_unpin_ensures_atomic")
        self.assert_found("Mutants", "removed", "op_pin: a second pin")

    @unittest.skipUnless((ROOT / ".git").exists(), "no repository: a copy of the tree")
    def test_a_scratch_branch(self):
        """The four things that a reviewer must not miss, by the command, each named."""
        self.change(PIN_H, "==> *s == \\old(*s) && \\result.handle == 0;", "==> *s == \\old(*s);")
        self.change("spec/logic/op_pin.h",
                    "    s.adapter[AdapterOf(h)].saves.pin[index] != 0 ? status == DXGMAP_PINNED : // PIN-14\n", "")
        self.change("proofs/ASSUMPTIONS.md", "| A-RTE |", "| A-LUCK | trusted | it | goes | well |\n| A-RTE |")
        self.change("model/core/structures/heap.c", "loop invariant", "loop invariant broken: 0 <= 1 && ")
        words = [sys.executable, "-B", "-m", "cite.diff", "--root", str(self.tree), "HEAD"]
        git = {"GIT_DIR": _git_dir(), "GIT_WORK_TREE": str(self.tree), "PYTHONPATH": str(ROOT / "proofs")}
        done = subprocess.run(words, env=os.environ | git, capture_output=True, text=True)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        for said in (
            "- weakened: dxgmap_op_pin: `ensures atomic` (", "- weakened: PinAdmit: the row of PIN-14 is gone: ",
            "- added: A-LUCK: ", "- changed: dxgmap_heap_sift_up (",
        ):  # fmt: skip
            self.assertIn(said, done.stdout)

    @unittest.skipUnless((ROOT / ".git").exists(), "no repository: a copy of the tree")
    def test_another_revision(self):
        head = subprocess.run(["git", "rev-parse", "HEAD"], cwd=ROOT, capture_output=True, text=True).stdout.strip()
        found = diff.at(ROOT, head, self.tree / "base")
        self.assertIn("UNPIN-2", found.entries)
        with self.assertRaisesRegex(ValueError, "no-such-revision"):
            diff.at(ROOT, "no-such-revision", self.tree / "none")
