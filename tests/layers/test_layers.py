# SPDX-License-Identifier: MIT
"""The check of the floors: in a small house of its own, and with faults planted in a copy of the model."""

import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent

HOUSE = {
    "model/core/base/word.h": "int word(void);\n",
    "model/core/base/word.c": '#include "base/word.h"\nint word(void) { return 1; }\n',
    "model/core/state/state.h": '#include "base/word.h"\nint state(void);\n',
    "model/core/state/state.c": '#include "state/state.h"\nint state(void) { return word(); }\n',
    "model/core/checks/check.c": '#include "state/state.h"\nint check(void) { return state(); }\n',
    "model/host/os/os_linux.c": "int os(void) { return 2; }\n",
    "model/host/host.h": "int host(void);\n",
    "model/host/host.c": "int os(void);\nint host(void) { return os(); }\n",
    "model/ddi/include/face.h": "int face(void);\n",
    "model/ddi/machine/data.h": "extern int data;\n",
    "model/ddi/machine/data.c": '#include "ddi/machine/data.h"\n#include "host/host.h"\n'
    "int data;\nint machine(void) { return host(); }\n",
    "model/ddi/call/note.h": "extern int note_count;\nint note(void);\n",
    "model/ddi/call/note.c": '#include "ddi/call/note.h"\n#include "ddi/machine/data.h"\n'
    "int note_count;\nint note(void) { return data; }\n",
    "model/ddi/call/report.c": '#include "ddi/call/note.h"\nint report(void) { return note(); }\n',
    "model/ddi/harness/open.c": '#include "face.h"\nint report(void);\nint face(void) { return report(); }\n',
}

ORDER = ("core/base < core/structures < core/state < core/operations", "core/state < core/checks",
         "host/os < host/base < host/threads < host/reports < host/frames < host/windows < host/machine < host",
         "ddi/machine < ddi/call < ddi/callbacks < ddi/harness")


class LayersTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.tree = Path(folder.name)
        (self.tree / ".ci").mkdir()
        shutil.copy(ROOT / ".ci/layers", self.tree / ".ci/layers")

    def put(self, path, text):
        (self.tree / path).parent.mkdir(parents=True, exist_ok=True)
        (self.tree / path).write_text(text)

    def add(self, path, text):
        self.put(path, (self.tree / path).read_text() + text)

    def look(self, *options):
        command = [sys.executable, "-B", self.tree / ".ci/layers", *options]
        return subprocess.run(command, capture_output=True, text=True, check=False)

    def assert_green(self, *options):
        run = self.look(*options)
        self.assertEqual((run.returncode, run.stderr), (0, ""))
        self.assertIn("calls and includes go down only", run.stdout)

    def assert_red(self, *words, options=()):
        run = self.look(*options)
        self.assertEqual(run.returncode, 1, run.stdout)
        self.assertEqual(run.stdout, "")
        for word in words:
            self.assertIn(word, run.stderr)


class SmallHouse(LayersTest):
    def setUp(self):
        super().setUp()
        for path, text in HOUSE.items():
            self.put(path, text)

    def test_a_house_in_order_is_green(self):
        self.assert_green()

    def test_a_call_upward_is_red_and_the_order_is_said(self):
        self.add("model/ddi/machine/data.c", "int note(void);\nint upward(void) { return note(); }\n")
        self.assert_red("call upward: model/ddi/machine/data.c: upward uses note of model/ddi/call/note.c\n", *ORDER)

    def test_a_call_by_a_static_function_or_a_table_is_red(self):
        self.add("model/ddi/machine/data.c", "int note(void);\nstatic int hidden(void) { return note(); }\n"
                 "int (*const table[])(void) = {hidden, note};\n")
        self.assert_red("model/ddi/machine/data.c: hidden, table uses note of")

    def test_a_use_of_data_upward_is_red(self):
        self.add("model/ddi/machine/data.c", "extern int note_count;\nint counted(void) { return note_count; }\n")
        self.assert_red("call upward: model/ddi/machine/data.c: counted uses note_count of model/ddi/call/note.c")

    def test_a_weak_use_upward_is_red(self):
        self.add("model/ddi/machine/data.c", "__attribute__((weak)) int note(void);\n"
                 "int soft(void) { return note(); }\n")
        self.assert_red("soft uses note of")

    def test_a_call_from_one_house_to_another_is_red(self):
        self.add("model/core/base/word.c", "int host(void);\nint aside(void) { return host(); }\n")
        self.assert_red("call to a floor that is not below: model/core/base/word.c: aside uses host of ")

    def test_checks_are_for_nobody_in_the_model(self):
        self.put("model/core/operations/op.c", "int check(void);\nint op(void) { return check(); }\n")
        self.assert_red("call to a floor that is not below: model/core/operations/op.c: op uses check of")

    def test_the_os_knows_nothing_of_the_host(self):
        self.add("model/host/os/os_linux.c", "int host(void);\nint back(void) { return host(); }\n")
        self.assert_red("call upward: model/host/os/os_linux.c: back uses host of model/host/host.c")

    def test_a_circle_in_one_floor_is_red_with_each_call(self):
        self.add("model/ddi/call/note.c", "int report(void);\nint around(void) { return report(); }\n")
        self.assert_red("circle of 2 files: model/ddi/call/note.c, model/ddi/call/report.c\n",
                        "  model/ddi/call/note.c: around uses report of model/ddi/call/report.c\n",
                        "  model/ddi/call/report.c: report uses note of model/ddi/call/note.c\n", *ORDER)

    def test_a_long_circle_is_one_circle(self):
        for k in range(5):
            other = f"c{(k + 1) % 5}"
            self.put(f"model/ddi/call/c{k}.c", f"int {other}(void);\nint c{k}(void) {{ return {other}(); }}\n")
        self.assert_red("circle of 5 files: model/ddi/call/c0.c, ")

    def test_a_tolerated_circle_is_green_and_nothing_else(self):
        self.put("model/host/more.c", "int host(void);\nint more(void) { return host(); }\n")
        self.add("model/host/host.c", "int more(void);\nint less(void) { return more(); }\n")
        self.assert_red("circle of 2 files: model/host/host.c, model/host/more.c")
        self.assert_green("--circles-in", "host")
        self.add("model/ddi/call/note.c", "int report(void);\nint around(void) { return report(); }\n")
        self.assert_red("circle of 2 files: model/ddi/call/note.c", options=("--circles-in", "host"))

    def test_tolerance_without_a_circle_is_red(self):
        self.assert_red("model/host has no circle any more", options=("--circles-in", "host"))

    def test_an_include_upward_is_red(self):
        self.add("model/ddi/machine/data.h", '\n  #  include "ddi/call/note.h"\n')
        self.assert_red("include upward: model/ddi/machine/data.h:3: of model/ddi/call/note.h", *ORDER)

    def test_an_include_by_a_short_name_is_seen(self):
        self.add("model/core/base/word.h", '#include "state.h"\n')
        self.put("model/core/base/state.h", '#include "../state/state.h"\n')
        self.assert_red("include upward: model/core/base/state.h:1: of model/core/state/state.h")

    def test_a_public_header_stands_alone(self):
        self.add("model/ddi/include/face.h", '#include "ddi/machine/data.h"\n')
        self.assert_red("include upward: model/ddi/include/face.h:2: of model/ddi/machine/data.h")

    def test_a_folder_without_a_floor_is_red(self):
        self.put("model/ddi/attic/old.c", "int old(void) { return 0; }\n")
        self.assert_red("model/ddi/attic/old.c: no floor has this folder")

    def test_a_file_beside_the_floors_is_red(self):
        self.put("model/ddi/loose.h", "\n")
        self.assert_red("model/ddi/loose.h: no floor has this folder")

    def test_a_name_with_two_homes_is_red(self):
        self.put("model/ddi/callbacks/note.c", "int note(void) { return 0; }\n")
        self.assert_red("note is defined in model/ddi/call/note.c and in model/ddi/callbacks/note.c")

    def test_what_does_not_compile_is_red(self):
        self.add("model/ddi/call/note.c", "int note(int);\n")
        self.assert_red("conflicting types")

    def test_an_empty_house_is_red(self):
        shutil.rmtree(self.tree / "model")
        (self.tree / "model").mkdir()
        self.assert_red("model/ has no .c")


class CopyOfTheModel(LayersTest):
    def setUp(self):
        super().setUp()
        for folder in ("model", "spec/logic"):
            shutil.copytree(ROOT / folder, self.tree / folder)

    def test_planted_calls_are_named(self):
        self.add("model/ddi/machine/record.c", "const char *dxgmap_ddi_severity_word(uint32_t severity);\n"
                 "void planted(void);\nvoid planted(void)\n{\n  (void)dxgmap_ddi_severity_word(0);\n}\n")
        self.add("model/ddi/call/note.c", "void dxgmap_ddi_blame_caller(dxgmap_ddi_call *call, uint32_t cause);\n"
                 "void around(dxgmap_ddi_call *call);\nvoid around(dxgmap_ddi_call *call)\n{\n"
                 "  dxgmap_ddi_blame_caller(call, 0);\n}\n")
        self.assert_red(
            "call upward: model/ddi/machine/record.c: planted uses dxgmap_ddi_severity_word of "
            "model/ddi/call/severity.c",
            "circle of 2 files: model/ddi/call/explain.c, model/ddi/call/note.c\n",
            "  model/ddi/call/note.c: around uses dxgmap_ddi_blame_caller of model/ddi/call/explain.c\n", *ORDER)

    def test_an_include_upward_is_named_though_it_does_not_compile(self):
        self.add("model/core/structures/slots.h", '#include "state/state.h"\n')
        self.assert_red("include upward: model/core/structures/slots.h:", "of model/core/state/state.h\n", *ORDER)


if __name__ == "__main__":
    result = unittest.main(exit=False).result
    bad = len(result.failures) + len(result.errors)
    print(f"{result.testsRun - bad} passed, {bad} failed")
    sys.exit(1 if bad else 0)
