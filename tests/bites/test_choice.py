# SPDX-License-Identifier: MIT
"""Which mutants are made of this core: always the same ones, some hundreds, and each with those who can tell."""

import os
import shutil
import tempfile
import unittest
from collections import Counter
from pathlib import Path

from bites import choice, source
from bites.choice import CONJUNCT, OF_CONTRACTS, PROMISE, ROW, Bite
from bites.operators import OPERATORS
from tree import Tree

ROOT = Path(__file__).resolve().parents[2]
CHOSEN = choice.chosen(ROOT)
AIMED = {entry["mutant"] for entry in choice.aims(ROOT).values()}


class Choice(unittest.TestCase):
    def test_as_many_as_are_wanted_of_every_kind(self) -> None:
        counts = Counter(bite.operator for bite in CHOSEN)
        self.assertEqual({*OPERATORS, *OF_CONTRACTS}, set(counts))
        bodies = sum(counts[name] for name in OPERATORS)
        self.assertLessEqual(choice.BODIES, bodies)
        self.assertLessEqual(bodies, choice.BODIES + len(choice.aims(ROOT)))
        of_one_caller = sum(bite.operator == PROMISE and _aimed(bite) for bite in CHOSEN)
        self.assertEqual((choice.PROMISES, choice.CONJUNCTS), (counts[PROMISE] - of_one_caller, counts[CONJUNCT]))
        self.assertGreater(counts[ROW], 100)

    def test_every_unit_is_bitten(self) -> None:
        tree = Tree(ROOT)
        texts = {unit: source.code_of(path.read_text()) for unit, path in tree.units().items()}
        code = {unit for unit, text in texts.items() if any(source.bodies(text))} - set(tree.ground_units())
        self.assertEqual(set(), code - {bite.mutant.unit for bite in CHOSEN})

    def test_the_same_again_and_no_name_twice(self) -> None:
        self.assertEqual(CHOSEN, choice.chosen(ROOT))
        self.assertEqual(len(CHOSEN), len({bite.mutant.name for bite in CHOSEN}))

    def test_the_text_to_change_is_there_once_and_changes(self) -> None:
        for bite in CHOSEN:
            text = (ROOT / bite.mutant.file).read_text()
            with self.subTest(bite.label):
                self.assertEqual(1, text.count(bite.mutant.find))
                self.assertNotEqual(text, bite.changed(text))

    def test_nothing_but_the_place_changes(self) -> None:
        for bite in CHOSEN:
            text = (ROOT / bite.mutant.file).read_text()
            start, end = (len(os.path.commonprefix(pair)) for pair in _both_ways(text, bite.changed(text)))
            with self.subTest(bite.label):
                self.assertLessEqual(len(text[start : len(text) - end]), 2 * len(bite.was) + 100)

    def test_a_mutant_of_a_body_is_judged_by_its_function_alone(self) -> None:
        for bite in CHOSEN:
            if bite.operator in OPERATORS:
                self.assertEqual(((bite.mutant.unit, (bite.function,)),), bite.judges)

    def test_a_row_is_judged_by_what_promises_its_cascade(self) -> None:
        judges = {bite.was.rpartition("// ")[2]: dict(bite.judges) for bite in CHOSEN if bite.operator == ROW}
        self.assertIn("dxgmap_op_unpin", judges["UNPIN-8"]["op_pin"])
        gate = judges["GATE-12"]  # which every cascade of something acquired asks
        self.assertLessEqual({"op_view"}, gate.keys())

    def test_what_was_aimed_at_a_clause_is_chosen_and_asked_of_its_promise_first(self) -> None:
        first = {bite.mutant.name: (bite.judges[0][1][0], bite.first) for bite in CHOSEN if _aimed(bite)}
        for id, entry in choice.aims(ROOT).items():
            with self.subTest(f"{id}: the mutant is gone: take it out of {choice.AIMED}, and run aim.py"):
                self.assertIn(entry["mutant"], first)
                function, label = entry["promise"].split(": ")
                self.assertEqual((function, label), first[entry["mutant"]])

    def test_an_edit_changes_the_choice_of_its_own_unit_alone(self) -> None:
        with tempfile.TemporaryDirectory() as name:
            copy = Path(name)
            for part in ("model/core", "spec", "proofs/ground", "tests/gate/bites"):
                shutil.copytree(ROOT / part, copy / part)
            file = "model/core/structures/slots.c"
            path = copy / file
            new = "static bool dxgmap_new(uint32_t a)\n{\n  return a < 7u && a > 2u;\n}\n"
            path.write_text(f"{path.read_text()}\n{new}")
            bodies = [b for b in choice.chosen(copy) if b.operator in OPERATORS]
            before, after = (_elsewhere(bites, file) for bites in (CHOSEN, bodies))
            moved = len(before ^ after)
            self.assertLessEqual(moved, 2 * len(OPERATORS), "of 380 mutants")


def _aimed(bite: Bite) -> bool:
    return bite.mutant.name in AIMED


def _both_ways(one: str, other: str) -> tuple[tuple[str, str], tuple[str, str]]:
    return (one, other), (one[::-1], other[::-1])


def _elsewhere(bites: list[Bite], file: str) -> set[str]:
    return {bite.mutant.name for bite in bites if bite.operator in OPERATORS and bite.mutant.file != file}
