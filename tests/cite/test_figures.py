# SPDX-License-Identifier: MIT
"""The figures in README.md are what the files give, and nothing that was not measured."""

import dataclasses
import json

from scratch import ROOT, ScratchTest

from cite import codelines, figures, index, lint, mutants, receipt, runs, times
from tree import Tree

RUN = {"kind": "prove", "green": True, "seconds": 606.1, "processors": 2, "shard": None}
SOURCE = """// one comment
#include <stdint.h>

/*@ requires a;
    ensures b; */
static int first(int a) /* of it */
{
  //@ assert a;
  return a; // back
}

const char *second(void)
{
  return "/*@ no annotation */";
}
"""


class FiguresTest(ScratchTest):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.here = dataclasses.replace(index.read(ROOT), tree=Tree(cls.tree))

    def setUp(self):
        for file in (figures.README, figures.BADGE):
            self.put(file, (ROOT / file).read_bytes())
        for file in (figures.MUTATION, figures.SECOND, figures.FACE, times.KEPT):
            self.remove(file)

    def row(self, words):
        """How much the table says that there is."""
        found = [cells[1] for what, *cells in ((row[0], *row) for row in figures.rows(self.here)) if words in what]
        self.assertEqual(len(found), 1, f"expected one row of `{words}`, seen {found}")
        return found[0]

    def faults(self):
        return list(figures.faults(self.here))

    def test_a_figure_that_somebody_edits(self):
        figures.write(self.here)
        self.assertEqual(self.faults(), [])
        self.change(figures.README, "hand that the proof kills | ", "hand that the proof kills | 9")
        found = self.faults()
        self.assertEqual(len(found), 1, found)
        self.assertRegex(found[0], r"^README\.md: .*make generate\. Now: \| mutants by hand")
        self.assertIn(found[0], lint.faults(self.here))
        self.assertEqual(figures.write(self.here), [figures.README])
        self.assertEqual((self.faults(), figures.write(self.here)), ([], []))

    def test_the_marks_that_are_gone(self):
        self.change(figures.README, figures.END, "")
        self.assertIn("the marks of the table of figures are gone", self.faults()[0])

    def test_two_changes_that_are_merged(self):
        figures.write(self.here)
        conflict = "<<<<<<< ours\n| lines |\n=======\n>>>>>>> theirs\n"
        self.change(figures.README, "| lines proved |", f"{conflict}| lines proved |")
        self.assertEqual(figures.write(self.here), [figures.README])
        self.assertNotIn("<<<<<<<", (self.tree / figures.README).read_text())

    def test_a_badge_that_is_of_another_receipt(self):
        figures.write(self.here)
        self.assertIn(">proved ", (self.tree / figures.BADGE).read_text())
        self.remove("proofs/receipt.json")
        self.assertTrue(any(fault.startswith(figures.BADGE) for fault in self.faults()), self.faults())
        figures.write(self.here)
        self.assertIn(">no receipt<", (self.tree / figures.BADGE).read_text())
        self.assertRegex(self.row("goals, default profile"), r"^no receipt; [0-9,]+ stored: ")

    def test_what_nobody_has_measured(self):
        for words in ("two provers", "generated mutants", "cold proof", "replay", "lines analysed"):
            self.assertEqual(self.row(words), "not measured", words)

    def test_what_was_measured(self):
        said = {"chosen": 420, "judged": 420, "total": 400, "asked of the tests": 300, "killed by tests": 250,
                "sources": receipt.together(receipt.sources(self.here.tree))}  # fmt: skip
        for killed, share in ((380, "95.0"), (400, "100.0"), (399, "99.7")):
            self.put(figures.MUTATION, json.dumps(said | {"killed by proof": killed}))
            wanted = f"{killed} of 400 ({share} %); of 300 that were put to the tests, these kill 250"
            self.assertEqual(self.row("generated mutants"), wanted)
        about = {"of the core": 30, "with a killed mutant": 29}
        self.put(figures.MUTATION, json.dumps(said | {"killed by proof": 4, "clauses": about}))
        self.assertTrue(self.row("generated mutants").endswith("; 29 of 30 clauses have a killed one"))
        self.put(figures.MUTATION, json.dumps(said | {"killed by proof": 4, "judged": 410, "sources": "other"}))
        self.assertTrue(self.row("generated mutants").endswith("; 420 are to be judged; of an earlier text"))
        goals = sum(case.prover not in figures.SIMPLIFIED for case in runs.of_sessions(self.here).cases
                    if case.profile == figures.PROFILE)
        for measured, more in ((goals, ""), (1000, f"; {goals:,} are to be asked for")):
            self.put(figures.SECOND, json.dumps({"summary": {"measured": measured, "closed by both": measured - 1}}))
            self.assertEqual(self.row("two provers"), f"{measured - 1:,} of {measured:,} (99.9 %){more}")

    def test_mutants_by_hand_are_those_of_the_lists(self):
        listed = sum(len(json.loads(path.read_text())) for path in (ROOT / mutants.FOLDER).glob("*.json"))
        self.assertRegex(self.row("mutants by hand"), rf"^\d+ of {listed}$")

    def test_a_file_that_is_not_what_it_should_be(self):
        for content in ("{", "[]", json.dumps({"total": 400, "killed by proof": "many"})):
            self.put(figures.MUTATION, content)
            found = self.faults()
            self.assertEqual(len(found), 1, found)
            self.assertTrue(found[0].startswith(f"{figures.MUTATION}: "), found)

    def test_lines(self):
        path = self.tree / "sample.c"
        path.write_text(SOURCE)
        self.addCleanup(path.unlink)
        self.assertEqual(codelines.of([path]), (9, 3))

    def test_lines_of_the_face(self):
        def tested():
            return int(self.row("lines tested").split()[0].replace(",", ""))

        before = tested()
        floors = {"core": (9, 0), "ddi/call": (20, 0), "ddi/callbacks": (0, 1300), "all": (29, 1300)}
        floors = {name: {"proved": proved, "analysed": analysed} for name, (proved, analysed) in floors.items()}
        asked = "import sys\nassert sys.argv[1:] == ['--lines']\n"
        self.put(figures.FACE, f"{asked}print({json.dumps(floors)!r})\n")
        self.assertEqual(self.row("lines analysed"), "1,300 of C, of the face")
        self.assertIn(" of C, and 20 of the face, under ", self.row("lines proved"))
        self.assertEqual(tested(), before - 1320)

    def test_lines_that_nobody_can_count(self):
        for words in ("raise SystemExit('no frama-c')", "print('{}}')", "print('[]')", "print('{\"ddi\": {}}')"):
            self.put(figures.FACE, words)
            found = self.faults()
            self.assertEqual(len(found), 1, found)
            self.assertTrue(found[0].startswith(f"{figures.FACE} --lines: "), found)

    def run_of(self, profiles, **more):
        """A run of what is stored."""
        cases = [case for case in runs.of_sessions(self.here).cases if case.profile in profiles]
        found = [{"profile": name, "goals": [{"name": f"typed_ref_{c.name}"} for c in cases if c.profile == name]}
                 for name in profiles]
        return RUN | {"runs": found} | more

    def take(self, **contents):
        for name, content in contents.items():
            self.put(f"build/{name}.json", json.dumps(content))
        return times.take(self.here, self.tree / "build")

    def test_how_long_it_took(self):
        every = self.run_of(["default", "small", "large"], kind="replay", seconds=11.4)
        said = self.take(prove=self.run_of(["default"]), replay=every)
        self.assertRegex("\n".join(said), r"^cold: 606\.1 s, [0-9]+ goals\nreplay: 11\.4 s, [0-9]+ goals$")
        self.assertEqual(self.row("cold proof"), "10 minutes on 2 processors")
        self.assertEqual(self.row("replay"), "11 seconds on 2 processors")
        kept = json.loads((self.tree / times.KEPT).read_text())
        kept["cold"]["goals"] -= 1
        self.put(times.KEPT, json.dumps(kept))
        self.assertRegex(self.row("cold proof"), "; of an earlier text, of [0-9,]+ goals$")

    def test_a_run_whose_time_says_nothing(self):
        whole = self.run_of(["default"])
        part = whole["runs"][0] | {"goals": whole["runs"][0]["goals"][1:]}
        for content, wanted in (
            (whole | {"green": False}, "no green run of the whole"),
            (whole | {"shard": {"index": 1, "of": 4}}, "no green run of the whole"),
            (whole | {"joined": [{}]}, "no green run of the whole"),
            (whole | {"runs": [part]}, "not those of the stored proofs"),
        ):
            self.assertIn(wanted, self.take(prove=content)[0])
        self.assertFalse((self.tree / times.KEPT).exists())
