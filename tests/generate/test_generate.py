# SPDX-License-Identifier: MIT
"""The generator on a small model of its own: what it writes, what it refuses, and that its check sees every fault."""

import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent

SIZES = ("SLOTS", "PAGES", "CELLS", "WINDOW")

MODEL = {
    "spec/logic/cell.h": "/*@ predicate Ok(integer x) = x > 0; */\n",
    "model/core/base/profile.h": "#ifndef P\n#define P\n#if defined(DXGMAP_PROFILE_SMALL)\n"
    + "".join(f"#define DXGMAP_{n} 4u\n" for n in SIZES)
    + "#elif defined(DXGMAP_PROFILE_LARGE)\n" + "".join(f"#define DXGMAP_{n} 8u\n" for n in SIZES)
    + "#else\n" + "".join(f"#define DXGMAP_{n} 9u\n" for n in SIZES) + "#endif\n#endif\n",
    "model/core/cell.h": '#ifndef C\n#define C\n#include "base/profile.h"\n#include "logic/cell.h"\n'
    "/*@ assigns \\nothing; */\nint dxgmap_cell(void);\n#endif\n",
    "model/core/cell.c": '#include "cell.h"\n\nint dxgmap_cell(void)\n{\n  return 1;\n}\n',
    "model/core/more.c": '#include "cell.h"\n\nint dxgmap_more(void);\n'
    "int dxgmap_more(void)\n{\n  return dxgmap_cell();\n}\n",
    "model/host/host.h": "#ifndef H\n#define H\nint dxgmap_host(void);\n#endif\n",
    "model/host/host.c": '#include "host.h"\n\nint dxgmap_host(void)\n{\n  return 2;\n}\n',
    "model/ddi/face.c": '#include "dxgmap.h"\n#include "host/host.h"\n\n'
    "int dxgmap_open(void)\n{\n  return dxgmap_host();\n}\n",
    "model/ddi/include/dxgmap.h": "#ifndef D\n#define D\nint dxgmap_open(void);\n#endif\n",
}


class GeneratorTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.tree = Path(folder.name)
        for path, text in MODEL.items():
            self.put(path, text)
        for path in [ROOT / "model/generate.py", *(ROOT / "proofs").glob("*.py"), *(ROOT / "proofs/cite").glob("*.py")]:
            self.put(str(path.relative_to(ROOT)), path.read_text())

    def put(self, path, text):
        (self.tree / path).parent.mkdir(parents=True, exist_ok=True)
        (self.tree / path).write_text(text)

    def add(self, path, text):
        self.put(path, (self.tree / path).read_text() + text)

    def generated(self, path):
        return (self.tree / "generated" / path).read_text()

    def run_generator(self, *options):
        return subprocess.run([sys.executable, "-B", "model/generate.py", *options], cwd=self.tree, capture_output=True,
                              text=True, check=False)

    def generate(self):
        run = self.run_generator()
        self.assertEqual((run.returncode, run.stderr), (0, ""))

    def assert_red(self, *words):
        run = self.run_generator("--check")
        self.assertEqual(run.returncode, 1, run.stdout)
        for word in words:
            self.assertIn(word, run.stderr)

    def assert_refused(self, *words):
        run = self.run_generator()
        self.assertEqual(run.returncode, 1)
        self.assertFalse((self.tree / "generated").exists())
        for word in words:
            self.assertIn(word, run.stderr)

    def test_what_it_writes_is_checked_and_compiles(self):
        self.generate()
        check = self.run_generator("--check")
        self.assertEqual((check.returncode, check.stderr), (0, ""))
        for host in (0, 1):
            subprocess.run(["gcc", "-std=c11", "-Wall", "-Werror", f"-DDXGMAP_HOST={host}", "-Igenerated/include", "-c",
                            "generated/dxgmap.c", "-o", "a.o"], cwd=self.tree, check=True)

    def test_each_file_stands_once_with_its_annotations(self):
        self.generate()
        text = self.generated("dxgmap.c")
        self.assertEqual(text.count("predicate Ok"), 1)
        self.assertEqual(text.count("begin model/core/cell.h "), 1)
        self.assertLess(text.index("predicate Ok"), text.index("assigns \\nothing"))

    def test_exports_are_what_public_headers_declare(self):
        self.generate()
        names = [l.strip(" ;") for l in self.generated("dxgmap.map").splitlines() if l.endswith(";") and l != "};"]
        self.assertEqual(names, ["dxgmap_open", "*"])

    def test_writing_twice_gives_the_same(self):
        self.generate()
        shutil.copytree(self.tree / "generated", self.tree / "first")
        self.generate()
        for file in (self.tree / "first").rglob("*.*"):
            again = self.tree / "generated" / file.relative_to(self.tree / "first")
            self.assertEqual(file.read_bytes(), again.read_bytes())

    def test_a_file_that_nothing_writes_any_more_goes(self):
        self.generate()
        self.put("generated/include/old.h", "\n")
        self.assert_red("generated/include/old.h", "make generate")
        self.generate()
        self.assertFalse((self.tree / "generated/include/old.h").exists())

    def test_a_generated_file_edited_by_hand_is_red(self):
        self.generate()
        self.put("generated/dxgmap.c", self.generated("dxgmap.c").replace("return 1;", "return 3;"))
        self.assert_red("generated/dxgmap.c", "make generate")

    def test_a_source_changed_without_generating_is_red(self):
        for path in ("model/core/cell.c", "spec/logic/cell.h", "model/ddi/include/dxgmap.h"):
            with self.subTest(path):
                self.generate()
                self.add(path, "\n")
                self.assert_red("make generate")

    def test_a_missing_file_is_red(self):
        self.generate()
        (self.tree / "generated/dxgmap.map").unlink()
        self.assert_red("generated/dxgmap.map: missing")

    def test_a_unit_that_another_unit_changes_is_red(self):
        self.add("model/core/cell.c", "#define SEEN\n")
        self.add("model/core/more.c", "#ifdef SEEN\nint dxgmap_extra;\n#endif\n")
        self.generate()
        self.assert_red("model/core/more.c")

    def test_a_unit_that_the_host_layer_changes_is_red(self):
        self.add("model/core/more.c", "#if DXGMAP_HOST\nint dxgmap_extra;\n#endif\n")
        self.generate()
        self.assert_red("model/core/more.c")

    def test_a_conditional_include_is_refused(self):
        self.add("model/core/more.c", '#ifdef X\n#include "base/profile.h"\n#endif\n')
        self.assert_refused("model/core/more.c:9", "conditional")

    def test_an_include_with_a_comment_is_refused(self):
        self.add("model/core/more.c", '#include "base/profile.h" /* why */\n')
        self.assert_refused("model/core/more.c:8")

    def test_a_line_that_looks_like_a_marker_is_refused(self):
        self.add("model/core/more.c", '/* #include "base/profile.h" */\n')
        self.assert_refused("model/core/more.c:8")

    def test_a_declaration_without_a_definition_is_refused(self):
        self.add("model/ddi/include/dxgmap.h", "int dxgmap_close(void);\n")
        self.assert_refused("dxgmap_close")

    def test_an_unknown_include_is_refused(self):
        self.add("model/core/more.c", '#include "nowhere.h"\n')
        self.assert_refused("nowhere.h")


if __name__ == "__main__":
    result = unittest.main(exit=False).result
    bad = len(result.failures) + len(result.errors)
    print(f"{result.testsRun - bad} passed, {bad} failed")
    sys.exit(1 if bad else 0)
