# SPDX-License-Identifier: MIT
"""What a reviewer asks for, and gets."""

import json
import os
import re
import resource
import subprocess
import sys
import time
import unittest
from dataclasses import dataclass
from unittest import mock

from scratch import ROOT, captured

from cite import answer, ids, index, machine
from cite.__main__ import main, resolved

# An id of each kind, and words that its answer must have.
ASKED = {
    "UNPIN-2": ["The mapping is live no more", "dxgmap_op_unpin: released", "model/core/operations/op_pin.h:", "cvc4",
                "unpin that releases nothing", "tests/conformance/", "A-KERNEL", "IOMMU-based GPU isolation",
                "profile default", "frama-c 2", "generated/dxgmap.c", "make prove UNIT=op_pin"],
    "PIN-14": ["DXGMAP_PINNED", "STATUS_RESOURCE_IN_USE", "PinAdmit", "spec/logic/op_pin.h:", "a second pin",
               "proofs/ground/ground_pin.c:", "pin_once"],
    "PIN-4": ["kept by ddi", "nothing: it is kept outside the core", "pin_gives_locked_pages"],
    "T-UAU": ["No use after unmap", "predicate TUau", "spec/logic/theorems.h:", "dxgmap_run_ensures_TUau", "Not said"],
    "T-SAFE": ["run-time checks", "_terminates", "profile default"],
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


@dataclass
class Told:
    code: int
    out: str
    err: str


def ask(*words, form="markdown"):
    with captured() as (out, err), mock.patch.object(sys, "argv", ["cite", "--format", form, "--", *words]):
        try:
            code = main()
        except SystemExit as stop:
            code = stop.code
    return Told(code, out.getvalue(), err.getvalue())


class IdsTest(unittest.TestCase):
    def test_each_kind_is_answered(self):
        for id, words in ASKED.items():
            run = ask(id)
            self.assertEqual((run.code, run.err), (0, ""), id)
            for word in words:
                self.assertIn(word, run.out, id)

    def test_each_format(self):
        self.assertIn("### UNPIN-2", ask("UNPIN-2").out)
        plain = ask("UNPIN-2", form="plain").out
        self.assertNotIn("###", plain)
        self.assertNotIn("`", plain)
        content = json.loads(ask("UNPIN-2", form="json").out)
        self.assertEqual(content["id"], "UNPIN-2")
        self.assertIn("dxgmap_op_unpin_ensures_released", content["index"]["goals"])

    def test_the_step_of_the_machine_comes_first(self):
        branch = "  pin_causes, of PinSave\n    else if pinned s x index then Pinned\n"
        for form, before in (("markdown", "\n```ocaml\n"), ("plain", "\nIn the machine:\n  ")):
            out = ask("PIN-14", form=form).out
            self.assertRegex(out.replace("\n      else", "\n    else"), rf"{before}{machine.MACHINE}:\d+{branch}")
            self.assertLess(out.index("In the machine"), out.index("Source"))
        content = json.loads(ask("PIN-14", form="json").out)
        self.assertEqual(list(content["said"])[0], "In the machine")
        (place,) = content["index"]["machine"]["places"]
        line = int(place["where"].removeprefix(f"{machine.MACHINE}:"))
        self.assertIn("(* PIN-14 *)", (ROOT / machine.MACHINE).read_text().splitlines()[line - 1])

    def test_where_the_machine_says_it(self):
        said = {
            "GATE-1": ["own_gate, of 9 calls", "if not started s x then BadAdapter", "stop_causes, of Stop"],
            "PIN-18": ["if not some_fresh s e then NoSlot", "pin_causes, of PinSave"],
            "POINTER-14": ["handle_room, of 8 calls", "else handle_room s e"],  # its ids go on in the next lines
            "START-8": ["else if d.resources > resources_max \\/\n", "(d.nth_resource k) then BadResource"],
            "GATE-4": ["predicate step (s: state)"],  # in a comment before it
            "ATTACH-2": ["switched, of Attach"],
            "STOP-2": ["leave, of Stop"],
            "PIN-1": ["once for every call", "predicate step"],
            "LIVE-1": ["not named there: the cursors are no call of the machine", "spec/machine/clauses.md:"],
            "PIN-4": ["not in the machine: it is kept by ddi"],
            "D-2": ["PIN-14, ", "then Pinned", "UNPIN-8, "],
            "G8": ["pages_gate, of MapPages, UnmapPages", "then BadMode"],
            "DXGMAP_NOT_PINNED": ["unpin_causes, of UnpinSave"],
            "dxgmap_op_unpin": ["| UnpinSave x index -> unpin_causes s e x index"],
            "T-ATOM": ["lemma t_atom: ", "proofs/machine/theorems.mlw:", "make machine"],
            "T-UAU": ["lemma t_uau_release: ", "lemma t_uau_translate: ", "exists q h. captured_by past q h x"],
            "T-COH": ["no goal, as it has no cache"],
            "T-SAFE": ["no goal, as it has no memory"],
        }
        for id, words in said.items():
            out = ask(id, form="plain").out.split("\nIn the machine:\n", 1)[1]
            for word in words:
                self.assertIn(word, out[:2500], id)

    def test_ids_of_a_comment(self):
        said = "(* GATE-1, 2, 12; UNPIN-2: releases the pin, PIN-3 *)"
        self.assertEqual(list(machine.ids_of(said)), ["GATE-1", "GATE-2", "GATE-12", "UNPIN-2", "PIN-3"])
        self.assertEqual(machine.cause_name("NotOfObject"), "DXGMAP_NOT_OF_OBJECT")

    def test_an_unknown_id_suggests_the_nearest(self):
        for asked, near in (("UNPIN-22", "UNPIN-2"), ("T-UAF", "T-UAU"), ("DXGMAP_PINED", "DXGMAP_PINNED")):
            run = ask(asked)
            self.assertEqual((run.code, run.out), (1, ""))
            self.assertIn(f"there is no id {asked}; nearest: {near}", run.err)

    def test_nothing_asked_is_told(self):
        run = ask("")
        self.assertEqual(run.code, 2)
        self.assertIn("which id?", run.err)

    def test_a_known_and_an_unknown_one(self):
        run = ask("UNPIN-2 UNPIN-99")
        self.assertEqual(run.code, 1)
        self.assertIn("### UNPIN-2", run.out)

    def test_small_letters(self):
        self.assertIn("### UNPIN-2", ask("unpin-2").out)

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

    def test_the_command_and_its_time(self):
        """The time is told, and not judged: a machine may be busy. A second is the aim."""
        command = ["make", "--no-print-directory", "cite", "ID=PIN-14 (S7; decision 2)", "FORMAT=plain"]
        started, before = time.monotonic(), resource.getrusage(resource.RUSAGE_CHILDREN)
        run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        self.assertEqual((run.returncode, run.stderr), (0, ""))
        for words in ("PIN-14: clause", "S7: rule", "D-2: decision"):
            self.assertIn(words, run.stdout)
        seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        print(f"make cite took {time.monotonic() - started:.2f} s, {seconds:.2f} s of a processor", file=sys.stderr)

    def test_a_reader_that_has_seen_enough(self):
        reading, writing = os.pipe()
        os.close(reading)
        command = [sys.executable, "-B", "-m", "cite", "PIN-14"]
        path = os.environ | {"PYTHONPATH": str(ROOT / "proofs")}
        run = subprocess.run(command, cwd=ROOT, env=path, stdout=writing, stderr=subprocess.PIPE, text=True)
        os.close(writing)
        self.assertEqual(run.stderr, "")


def joined(literals):
    return "".join(re.findall(r'"([^"]*)"', literals))
