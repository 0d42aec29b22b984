# SPDX-License-Identifier: MIT
"""What a reviewer asks for, and gets."""

import json
import re
import subprocess
import sys
import time
import unittest

from scratch import ROOT

from cite import answer, ids, index
from cite.__main__ import resolved

# An id of each kind, and words that its answer must have.
ASKED = {
    "UNPIN-2": ["The mapping is live no more", "dxgmap_op_unpin: released", "model/core/operations/op_pin.h:", "cvc4",
                "unpin that releases nothing", "tests/conformance/", "A-KERNEL", "IOMMU-based GPU isolation",
                "profile default", "frama-c 2", "generated/dxgmap.c", "make prove UNIT=op_pin"],
    "PIN-14": ["DXGMAP_PINNED", "STATUS_RESOURCE_IN_USE", "PinAdmit", "spec/logic/op_pin.h:", "a second pin",
               "proofs/ground/ground_pin.c:", "pin_once"],
    "PIN-4": ["kept by ddi", "nothing: it is kept outside the core", "pin_gives_locked_pages"],
    "T-UAU": ["No use after unmap", "predicate TUau", "spec/logic/theorems.h:", "dxgmap_run_ensures_TUau", "Not said"],
    "T-SAFE": ["run-time checks", "dxgmap_op_pin", "profile default"],
    "G8": ["A driver that supports logical remapping", "MDL-15", "iommu-dma-remapping"],
    "D-23": ["Which MDL may be mapped", "MDL-4"],
    "decision 23": ["Which MDL may be mapped", "MDL-4"],
    "DXGMAP_PINNED": ["the save area is pinned already", "STATUS_RESOURCE_IN_USE", "PIN-14"],
    "CB-PIN2": ["DXGKCB_PINFRAMEBUFFERFORSAVE2", "nc-d3dkmddi-dxgkcb_pinframebufferforsave2", "S7"],
    "A-PROVERS": ["unsat", "no certificates"],
    "R-BARE": ["never answers the old page"],
    "typed_ref_dxgmap_op_unpin_ensures_released": ["goal of op_pin", "UNPIN-2", "unpin that releases nothing"],
    "dxgmap_op_unpin": ["ensures released", "UNPIN-2", "function of op_pin"],
    "UnpinStatus": ["definition", "UNPIN-7"],
}


def ask(*words, form="markdown"):
    command = [sys.executable, "-B", "-m", "cite", "--format", form, "--", *words]
    return subprocess.run(command, cwd=ROOT, env={"PYTHONPATH": str(ROOT / "proofs"), "PATH": "/usr/bin:/bin"},
                          capture_output=True, text=True, check=False)


class IdsTest(unittest.TestCase):
    def test_each_kind_is_answered(self):
        for id, words in ASKED.items():
            run = ask(id)
            self.assertEqual((run.returncode, run.stderr), (0, ""), id)
            for word in words:
                self.assertIn(word, run.stdout, id)

    def test_each_format(self):
        self.assertIn("### UNPIN-2", ask("UNPIN-2").stdout)
        plain = ask("UNPIN-2", form="plain").stdout
        self.assertNotIn("###", plain)
        self.assertNotIn("`", plain)
        content = json.loads(ask("UNPIN-2", form="json").stdout)
        self.assertEqual(content["id"], "UNPIN-2")
        self.assertIn("dxgmap_op_unpin_ensures_released", content["index"]["goals"])

    def test_an_unknown_id_suggests_the_nearest(self):
        for asked, near in (("UNPIN-22", "UNPIN-2"), ("T-UAF", "T-UAU"), ("DXGMAP_PINED", "DXGMAP_PINNED")):
            run = ask(asked)
            self.assertEqual((run.returncode, run.stdout), (1, ""))
            self.assertIn(f"there is no id {asked}; nearest: {near}", run.stderr)

    def test_nothing_asked_is_told(self):
        run = ask("")
        self.assertEqual(run.returncode, 2)
        self.assertIn("which id?", run.stderr)

    def test_a_known_and_an_unknown_one(self):
        run = ask("UNPIN-2 UNPIN-99")
        self.assertEqual(run.returncode, 1)
        self.assertIn("### UNPIN-2", run.stdout)

    def test_small_letters(self):
        self.assertIn("### UNPIN-2", ask("unpin-2").stdout)

    def test_lists_of_decisions(self):
        self.assertEqual(ids.words("S7; decisions 2, 4 and 17"), ["S7", "D-2", "D-4", "D-17"])

    def test_what_a_report_prints_is_taken(self):
        """The lines `cause`, `rules` and `theorems`: the texts of clauses.c and of status.c, each as it stands."""
        known = answer.known(index.load(ROOT))
        clauses = (ROOT / "model/ddi/call/clauses.c").read_text()
        texts = re.findall(r'"([^"\n]+)"\}', clauses)
        rows = re.findall(r'\{DXGMAP_CAUSE_\w+,(.*?)\},\n', (ROOT / "model/ddi/call/status.c").read_text(), re.S)
        self.assertGreater(len(texts), 80)
        self.assertGreater(len(rows), 40)
        for row in rows:
            strings = [joined(found) for found in re.findall(r'"[^"]*"(?:\s*"[^"]*")*', row)]
            texts += [strings[0], *(text for text in strings[2:4] if text)]
        for text in texts:
            if text != "DXGMAP_OK":
                found, unknown = resolved(text, known)
                self.assertEqual((bool(found), unknown), (True, []), text)

    def test_the_time_of_an_answer_is_told(self):
        """Told, and not judged: a machine may be busy. A second is the aim."""
        ask("UNPIN-2")
        started = time.monotonic()
        self.assertEqual(ask("UNPIN-2").returncode, 0)
        print(f"cite: an answer took {time.monotonic() - started:.2f} s", file=sys.stderr)


def joined(literals):
    return "".join(re.findall(r'"([^"]*)"', literals))
