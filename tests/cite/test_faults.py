# SPDX-License-Identifier: MIT
"""Each fault of the index is seen, by name and place."""

from scratch import ScratchTest

from cite import gaps, index, lint

UNPIN = "spec/clauses/unpin.md"
LAST = "| UNPIN-6 |"
MACHINE = "spec/machine/machine.mlw"
CLAUSES = "spec/machine/clauses.md"


class FaultsTest(ScratchTest):
    def found(self):
        return lint.faults(index.read(self.tree))

    def assert_only(self, *wanted):
        """One fault for each of these words, and no other."""
        found = self.found()
        self.assertEqual(len(found), len(wanted), found)
        for words in wanted:
            self.assertTrue(any(words in fault for fault in found), f"expected: {words}, seen: {found}")

    def add_clause(self, row):
        self.change(UNPIN, LAST, f"{row}\n{LAST}")

    def test_the_tree_as_it_is(self):
        self.assertEqual(self.found(), [])

    def test_a_clause_without_a_goal(self):
        self.add_clause("| UNPIN-30 | What nobody says in ACSL (PIN-1). | core | S7 |")
        self.change("tests/conformance/pin_test.c", "PIN-6, UNPIN-5", "PIN-6, UNPIN-5, UNPIN-30")
        self.assert_only("UNPIN-30 has no goal: say which promise says it in spec/contracts.md",
                         "UNPIN-30 is not named in spec/machine/machine.mlw")  # fmt: skip

    def test_a_clause_without_a_test(self):
        self.add_clause("| UNPIN-30 | What nobody looks at. | ddi | S7 |")
        self.assert_only("UNPIN-30 has no test: name it")

    def test_a_clause_without_a_mutant(self):
        for unit in ("op_pin", "domain"):
            self.remove(f"proofs/receipts/mutants/{unit}-small.json")
        found = self.found()
        self.assertTrue(any("UNPIN-2 has no mutant that was killed in op_pin" in fault for fault in found), found)

    def test_a_mutant_that_has_changed_since_its_receipt(self):
        listed = (self.tree / "tests/gate/mutants/core.json").read_text()
        self.put("tests/gate/mutants/core.json", listed.replace('"replace": "', '"replace": " ', 1))
        stale = [mutant.name for mutant in index.read(self.tree).mutants if not mutant.verdict]
        self.assertEqual(len(stale), 1)

    def test_a_source_that_there_is_not(self):
        self.change(UNPIN, "| S7; decision 40; T-UAU, T-LEAK |", "| S77; decision 40; T-UAU, T-LEAK |")
        self.change("spec/sources/rules.md", "UNPIN-1, UNPIN-2", "UNPIN-1")
        self.assert_only("UNPIN-2 names S77, which there is not")

    def test_a_decision_that_there_is_not(self):
        self.change(UNPIN, "decision 40", "decision 4000")
        self.assert_only("UNPIN-2 names D-4000, which there is not")

    def test_an_id_that_is_given_twice(self):
        self.add_clause("| UNPIN-5 | Another thing. | ddi | S7 |")
        self.assert_only("UNPIN-5 is another thing at")

    def test_a_cause_under_the_id_of_another(self):
        self.change("spec/clauses/pin.md", "| PIN-15 | DXGMAP_PRESSURE", "| PIN-16 | DXGMAP_PRESSURE")
        self.assertTrue(any("PIN-16 is another thing at" in fault for fault in self.found()))

    def test_a_clause_that_the_machine_does_not_name(self):
        self.change(MACHINE, "(* PIN-14 *)", "(* the pin *)")
        self.assert_only("PIN-14 is not named in spec/machine/machine.mlw, and has no row in spec/machine/clauses.md")

    def test_a_row_in_vain(self):
        self.change(CLAUSES, "| LEAD-1, ", "| LEAD-1, PIN-14, ")
        self.assert_only(f"PIN-14 is named at {MACHINE}:")

    def test_a_row_of_no_clause(self):
        self.change(CLAUSES, "| LEAD-1, ", "| LEAD-1, LEAD-11, ")
        self.assert_only("there is no clause LEAD-11")

    def test_a_clause_with_two_reasons(self):
        self.change(CLAUSES, "| LEAD-1, ", "| LEAD-1, LIVE-1, ")
        self.assert_only("LIVE-1 stands at spec/machine/clauses.md:")

    def test_a_definition_that_the_machine_does_not_have(self):
        self.change(CLAUSES, "`free_run`", "`free_runs`")
        self.assert_only("spec/machine/machine.mlw has no free_runs")

    def test_a_row_without_a_definition(self):
        self.change(CLAUSES, "| `free_run` |", "| free_run |")
        self.assert_only("names no definition of spec/machine/machine.mlw in `...`")

    def test_a_comment_of_no_clause(self):
        self.change(MACHINE, "(* PIN-14 *)", "(* PIN-14, PIN-99 *)")
        self.assert_only("there is no clause PIN-99")

    def test_a_goal_that_a_theorem_does_not_name(self):
        self.change("spec/theorems.md", "`t_atom`", "its goal")
        self.assert_only("T-ATOM names no goal of the machine, spec/machine/README.md ['t_atom']")

    def test_a_test_that_names_no_clause(self):
        self.change("tests/conformance/pin_test.c", "PIN-6, UNPIN-5", "PIN-6, UNPIN-5, UNPIN-55")
        self.assert_only("UNPIN-55 is the id of no clause")

    def test_a_promise_that_is_gone(self):
        self.change("model/core/operations/op_pin.h", "ensures unpinned:", "ensures unpined:")
        self.assert_only("UNPIN-2: dxgmap_op_unpin has no `ensures unpinned`")

    def test_a_function_that_there_is_not(self):
        self.change("spec/contracts.md", "`dxgmap_op_unpin`: status, the_pin", "`dxgmap_op_unpinned`: status")
        self.assertTrue(any("there is no function dxgmap_op_unpinned" in fault for fault in self.found()))

    def test_a_contract_for_a_clause_of_the_face(self):
        self.change("spec/contracts.md", "| UNPIN-6 |", "| UNPIN-4 | `dxgmap_op_unpin`: released |\n| UNPIN-6 |")
        self.assert_only("UNPIN-4 is not the core's")

    def test_a_rule_that_leads_nowhere(self):
        self.change("spec/sources/rules.md", "| MDL-15, UNMDL-8, ALLOC-14, FREE-8 |", "| not modelled |")
        self.assert_only("G8 leads to no clause, and says no reason")

    def test_a_rule_that_leads_to_a_clause_of_another(self):
        self.change("spec/sources/rules.md", "| UNPIN-1, UNPIN-2 |", "| UNPIN-1, UNPIN-2, UNPIN-3 |")
        self.assert_only("S7 leads to UNPIN-3, which does not name it")

    def test_a_report_that_names_what_there_is_not(self):
        self.change("model/ddi/call/clauses.c", "UNPIN-8 (S7; decision 2)", "UNPIN-88 (S7; decision 2)")
        self.assert_only("a report names UNPIN-88")

    def test_an_exception_that_is_none_any_more(self):
        gaps.GAPS["UNPIN-2", "test"] = "for this test"
        self.addCleanup(gaps.GAPS.pop, ("UNPIN-2", "test"))
        self.assert_only("proofs/cite/gaps.py: UNPIN-2 has its test: take it out")

    def test_an_exception_is_taken(self):
        self.add_clause("| UNPIN-30 | What nobody looks at. | ddi | S7 |")
        gaps.GAPS["UNPIN-30", "test"] = "for this test"
        self.addCleanup(gaps.GAPS.pop, ("UNPIN-30", "test"))
        self.assert_only()

    def test_a_session_that_cannot_be_read(self):
        self.put("proofs/sessions/op_pin-default.json", "{")
        self.assertTrue(any("op_pin-default.json: this is no session" in fault for fault in self.found()))

    def test_the_contracts_are_read_as_the_gate_reads_them(self):
        """proofs/floor.json has the labels of each function that is not static, from Frama-C's normal form."""
        import floor
        from tree import Tree

        found = index.read(self.tree)
        strangers = [contract.where for name, contract in found.contracts.items() if not name.startswith("dxgmap_")]
        self.assertEqual(strangers, [], "these are no functions of the core")
        for unit, row in floor.read(Tree(self.tree)).items():
            for name, labels in row["promises"].items() if not unit.startswith("ground") else ():
                self.assertIn(name, found.contracts)
                seen = " ".join(sorted(promise.label for promise in found.contracts[name].promises))
                self.assertEqual(seen, labels, name)

    def test_every_promise_has_its_goals(self):
        found = index.read(self.tree)
        for name, contract in found.contracts.items():
            for promise in contract.promises:
                self.assertTrue(found.stored.of(name, promise.label), f"{name}: {promise.label}: no goal of that name")
