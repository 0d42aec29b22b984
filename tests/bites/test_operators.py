# SPDX-License-Identifier: MIT
"""Each operator on a small text: every mutant that it makes of it, and no other."""

import unittest

from bites import contracts, source
from bites.operators import OPERATORS, Edit

CODE = """static bool dxgmap_fits(uint32_t a, uint32_t b)
{
  /* a comment; with "if (a == 1) b = 2;" in it */
  /*@ assert kept: a == 1 && b == 2; */
  uint32_t c = a + 1u;
  for (uint32_t i = 0; i < b; i++) {
    c = dxgmap_more(c, i);
  }
  if (c >= b && a != 0) {
    return false;
  }
  return c == a;
}

static uint32_t dxgmap_cause(void)
{
  return DXGMAP_OK;
}

void dxgmap_set(uint32_t *p)
{
  (void)p;
  *p = 3;
}
"""

LOGIC = """/*@
  predicate Fits(box s, integer n) =
    s.count == n && (s.cell == 0 ==> n > 0) &&
    n < 8;
  predicate Either(box s) = s.count == 1 || s.count == 2 && s.cell == 0;
  predicate PutStatus(box s, integer n, integer status) =
    !AskStatus(s, DXGMAP_OK) ? AskStatus(s, status) : // PUT-1
    s.count == 8 && n > 0
      ? status == DXGMAP_FULL : // PUT-2, PUT-3
    status == DXGMAP_OK;
*/
"""

HEADER = """/* Puts a value. */
/*@ requires ok: Inv(*s);
    assigns *s;
    ensures ok: Inv(*s);
    ensures added: s->cell == value
                   || s->count == 8; */
void dxgmap_put(box *s, uint32_t value);

/*@ ghost
  /@ ensures nothing: \\true; @/
  void dxgmap_ghost(void);
*/
"""


def apply(text: str, edit: Edit) -> str:
    return text[: edit.start] + edit.text + text[edit.end :]


def changes(text: str, edits: list[Edit]) -> list[tuple[str, str]]:
    return sorted((text[e.start : e.end].strip(), e.text.strip()) for e in edits)


class OfCode(unittest.TestCase):
    def made(self, operator: str) -> list[tuple[str, str]]:
        code = source.code_of(CODE)
        return changes(CODE, [edit for body in source.bodies(code) for edit in OPERATORS[operator](code, body)])

    def test_bodies(self) -> None:
        found = [(body.name, body.gives) for body in source.bodies(source.code_of(CODE))]
        self.assertEqual([("dxgmap_fits", "bool"), ("dxgmap_cause", "uint32_t"), ("dxgmap_set", "void")], found)

    def test_code_has_no_comments_and_keeps_places(self) -> None:
        code = source.code_of(CODE)
        self.assertEqual(len(CODE), len(code))
        self.assertEqual(CODE.count("\n"), code.count("\n"))
        self.assertNotIn("comment", code)
        self.assertNotIn("assert", code)

    def test_deleted_statement(self) -> None:
        self.assertEqual([("*p = 3;", ""), ("c = dxgmap_more(c, i);", "")], self.made("deleted statement"))

    def test_negated_condition(self) -> None:
        self.assertEqual([("(c >= b && a != 0)", "(!(c >= b && a != 0))")], self.made("negated condition"))

    def test_dropped_operand(self) -> None:
        self.assertEqual([("&& a != 0", ""), ("c >= b &&", "")], self.made("dropped operand"))

    def test_other_comparison(self) -> None:
        self.assertEqual([("!=", "=="), ("<", "<="), ("==", "!="), (">=", ">")], self.made("other comparison"))

    def test_off_by_one(self) -> None:
        expected = [("+ 1u", ""), ("0", "1"), ("0", "1"), ("1u", "2u"), ("3", "4")]
        self.assertEqual(expected, self.made("off by one"))

    def test_other_sign(self) -> None:
        self.assertEqual([("+", "-"), ("++", "--")], self.made("other sign"))

    def test_swapped_arguments(self) -> None:
        self.assertEqual([("c, i", "i, c")], self.made("swapped arguments"))

    def test_constant_result(self) -> None:
        expected = [("", "return;"), ("DXGMAP_OK", "1"), ("c == a", "false"), ("c == a", "true"), ("false", "true")]
        self.assertEqual(expected, self.made("constant result"))


class OfContracts(unittest.TestCase):
    def test_promises(self) -> None:
        found = list(contracts.promises(HEADER))
        self.assertEqual(["dxgmap_put", "dxgmap_put"], [function for function, _ in found])
        self.assertIn("assigns *s;\n    \n    ensures added", apply(HEADER, found[0][1]))
        self.assertIn("ensures ok: Inv(*s);\n     */", apply(HEADER, found[1][1]))

    def test_conjuncts_of_what_is_only_a_conjunction(self) -> None:
        found = list(contracts.conjuncts(LOGIC))
        self.assertEqual(["Fits"] * 3, [predicate for predicate, _ in found])
        left = [" ".join(apply(LOGIC, edit).split("integer n) =", 1)[1].split(";")[0].split()) for _, edit in found]
        first, second, third = "s.count == n", "(s.cell == 0 ==> n > 0)", "n < 8"
        self.assertEqual([f"{second} && {third}", f"{first} && {third}", f"{first} && {second}"], left)

    def test_rows(self) -> None:
        found = list(contracts.rows(LOGIC))
        self.assertEqual(["PutStatus", "PutStatus"], [predicate for predicate, _ in found])
        self.assertNotIn("PUT-1", apply(LOGIC, found[0][1]))
        self.assertIn("s.count == 8 && n > 0\n      ? status == DXGMAP_FULL : // PUT-2", apply(LOGIC, found[0][1]))
        without = apply(LOGIC, found[1][1])
        self.assertIn("// PUT-1\n    status == DXGMAP_OK;", without)
        self.assertNotIn("DXGMAP_FULL", without)


if __name__ == "__main__":
    unittest.main()
