# SPDX-License-Identifier: MIT
"""The receipt of the proof: what makes one, what it is embedded in, and that a byte that is not the proved one is seen.
No proof is run here: the goals are numbers that a green run would have told."""

import json
import subprocess
import sys
from unittest import mock

from scratch import ScratchTest, captured

import inputs
from cite import receipt, verify
from tree import Tree

import receipts

TOOLS = {"frama-c": "25.0", "z3": "4.8.12"}
LIBRARY = "generated/dxgmap.c"
PROVED = "model/core/operations/op_pin.c"


class ReceiptTest(ScratchTest):
    def setUp(self):
        super().setUp()
        for path in (receipt.KEPT, receipt.MADE):
            self.remove(path)

    def prove(self, goals=None):
        """What a green `make prove` does at its end."""
        tree = Tree(self.tree)
        with mock.patch.object(inputs, "tools", lambda names: TOOLS):
            return receipt.write(tree, receipt.claim(tree, receipt.sources(tree)), goals or {"default": 17})

    def kept(self):
        self.prove()
        receipt.keep(self.tree)
        self.generate()

    def generate(self, *options):
        for path in sorted((self.tree / "generated").rglob("*")):  # no link may be written through
            if path.is_file():
                self.put(str(path.relative_to(self.tree)), path.read_bytes())
        return subprocess.run([sys.executable, "-B", "model/generate.py", *options], cwd=self.tree, check=False,
                              capture_output=True, text=True)

    def verify(self, library=LIBRARY):
        with captured() as (out, _):
            code = verify.verify(self.tree, self.tree / library)
        return code, out.getvalue()

    def assert_verdict(self, code, *words, library=LIBRARY):
        seen, said = self.verify(library)
        self.assertEqual(seen, code, said)
        for word in words:
            self.assertIn(word, said)

    def test_without_a_receipt_nothing_can_be_said(self):
        self.assert_verdict(2, "UNKNOWN", "make prove")
        self.generate()
        self.assertIn("state: not proved: there is no receipt", (self.tree / LIBRARY).read_text())

    def test_the_proved_bytes(self):
        self.kept()
        self.assert_verdict(0, "PROVED", "17 of 17 goals in profile default")
        self.assertIn('"state: proved\\n"', (self.tree / LIBRARY).read_text())
        self.assertTrue(receipt.state(self.tree).proved)

    def test_an_altered_byte(self):
        self.kept()
        text = (self.tree / LIBRARY).read_text()
        at = text.index("begin " + PROVED)
        at = text.index("return", at)
        self.put(LIBRARY, f"{text[:at]}RETURN{text[at + 6:]}")
        self.assert_verdict(1, "NOT PROVED", f"{PROVED}: is another")

    def test_a_file_that_is_gone_and_one_that_was_not_proved(self):
        self.kept()
        text = (self.tree / LIBRARY).read_text()
        new = "model/core/operations/op_new.c"
        self.put(LIBRARY, text.replace(f"/* dxgmap: begin {PROVED} ", f"/* dxgmap: begin {new} "))
        self.assert_verdict(1, f"{PROVED}: is not there", "op_new.c: was not proved")

    def test_markers_that_do_not_fit(self):
        self.kept()
        text = (self.tree / LIBRARY).read_text()
        self.put(LIBRARY, text + f"/* dxgmap: end {PROVED} */\n")
        self.assert_verdict(1, "markers of files do not fit")

    def test_the_face_is_no_part_of_the_proof(self):
        self.kept()
        self.change(LIBRARY, "the adapter table is full", "the adapter table is Full")
        self.assert_verdict(0, "PROVED")

    def test_a_core_that_was_edited_says_so_itself(self):
        self.kept()
        self.put(PROVED, (self.tree / PROVED).read_text() + "\n")
        self.assertEqual(receipt.state(self.tree).proved, False)
        self.assertIn(PROVED, receipt.state(self.tree).lines[0])
        self.generate()
        self.assertIn("state: not proved: 1 files are not those of the receipt", (self.tree / LIBRARY).read_text())
        self.assert_verdict(1, f"{PROVED}: is another")

    def test_a_binary(self):
        """The text as it lies in a binary; the compiler has joined it."""
        self.kept()
        lines = "".join(f"{line}\n" for line in receipt.embedded(self.tree))
        hashed = receipt.digest((self.tree / LIBRARY).read_bytes())
        for built, code, words in (
            (hashed, 0, "PROVED"),
            ("0" * 64, 1, "compiled from other bytes"),
            ("not told", 2, "not from which bytes it was compiled"),
        ):
            self.put("library.so", f"\0{lines}{receipt.BUILT} {built}\n\0more".encode())
            self.assert_verdict(code, words, library="library.so")
        text = (self.tree / LIBRARY).read_text()
        self.put(LIBRARY, text.replace("uint32_t dxgmap_pin_admit", "uint32_t dxgmap_Pin_admit"))
        hashed = receipt.digest((self.tree / LIBRARY).read_bytes())
        self.put("library.so", f"\0{lines}{receipt.BUILT} {hashed}\n\0".encode())
        self.assert_verdict(1, f"{LIBRARY}: model/core", library="library.so")

    def test_a_binary_of_another_core(self):
        self.kept()
        self.put(PROVED, (self.tree / PROVED).read_text() + "\n")
        lines = "".join(f"{line}\n" for line in receipt.embedded(self.tree))
        self.put("library.a", f"\0{lines}{receipt.BUILT} {'0' * 64}\n\0".encode())
        self.assert_verdict(1, "generated from is not the proved one", library="library.a")

    def test_no_library(self):
        self.kept()
        self.put("other.so", "nothing\0")
        self.assert_verdict(2, "there is no receipt in it", library="other.so")
        self.assert_verdict(2, "UNKNOWN", library="absent.so")

    def test_a_receipt_that_was_edited(self):
        self.kept()
        self.change(receipt.KEPT, '"default": 17', '"default": 18')
        self.assert_verdict(2, "its seal does not fit")
        run = self.generate()
        self.assertEqual(run.returncode, 1)
        self.assertIn("its seal does not fit", run.stderr)

    def test_an_edited_one_is_replaced_by_the_next_proof(self):
        self.kept()
        self.change(receipt.KEPT, '"default": 17', '"default": 18')
        self.assertIn("to keep it: make receipt", self.prove())

    def test_no_receipt_of_what_was_edited_meanwhile(self):
        tree = Tree(self.tree)
        before = receipt.sources(tree)
        self.put(PROVED, (self.tree / PROVED).read_text() + "\n")
        claimed = receipt.claim(tree, before)
        self.assertIn("edited while it was proved", receipt.write(tree, claimed, {"default": 17}))
        self.assertFalse((self.tree / receipt.MADE).exists())

    def test_only_what_is_still_there_is_kept(self):
        with self.assertRaisesRegex(receipts.Wrong, "a green `make prove`"):
            receipt.keep(self.tree)
        self.prove()
        self.put(PROVED, (self.tree / PROVED).read_text() + "\n")
        with self.assertRaisesRegex(receipts.Wrong, f"edited since the proof: {PROVED}"):
            receipt.keep(self.tree)

    def test_the_same_proof_is_the_same_receipt(self):
        self.kept()
        first = (self.tree / receipt.KEPT).read_bytes()
        self.assertIn(f"what {receipt.KEPT} says", self.prove())
        receipt.keep(self.tree)
        self.assertEqual((self.tree / receipt.KEPT).read_bytes(), first)
        self.assertEqual(self.generate("--check").returncode, 0)

    def test_profiles_that_were_proved_one_by_one(self):
        self.kept()
        self.prove({"small": 16})
        receipt.keep(self.tree)
        self.assertEqual(receipt.load(self.tree / receipt.KEPT)["goals"], {"default": 17, "small": 16})

    def test_what_it_holds(self):
        self.prove()
        content = json.loads((self.tree / receipt.MADE).read_text())
        self.assertEqual(content["tools"], TOOLS)
        self.assertIn("A-KERNEL", content["assumptions"])
        self.assertIn(PROVED, content["sources"])
        self.assertIn("spec/logic/op_pin.h", content["sources"])
        self.assertFalse(any("time" in name or "date" in name or "seconds" in name for name in content))
