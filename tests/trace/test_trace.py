#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The tests of run.sh, which builds what they run: test_trace.py FOLDER."""

import json
import os
import subprocess
import sys
import unittest
from collections import Counter
from pathlib import Path

OUT = Path(sys.argv.pop(1))
HEADER = '{"dxgmap_trace":1,"by":"a test"}\n'
ADAPTER = '"adapter":"0x10"'
START = '{"event":"start",' + ADAPTER + ',"in":{"mode":"identity","physical_adapters":1,"save_bytes":[16384]}}\n'
ATTACH = '{"event":"attach",' + ADAPTER + '}\n'
STOP = '{"event":"stop",' + ADAPTER + '}\n'


def map_mdl(handle, pages="[7,[9,2]]", at="0xa000", extra=""):
    mdl = f'{{"at":"{at}","bytes":8192,"pages":{pages}}}'
    return ('{"call":"DxgkCbMapMdlToIoMmu",' + ADAPTER + f',"in":{{"pMdl":{mdl}}},'
            f'"out":{{"hMemoryHandle":"{handle}"}},"status":0{extra}}}\n')


def unmap_mdl(handle):
    return '{"call":"DxgkCbUnmapMdlFromIoMmu",' + ADAPTER + f',"in":{{"hMemoryHandle":"{handle}"}}}}\n'


def device(page, write=0):
    return ('{"event":"device",' + ADAPTER + f',"in":{{"write":{write},"logical":"{page * 4096}","length":8}},'
            '"cause":""}\n')


class Traces(unittest.TestCase):
    def run_tool(self, *words, code=None, text=None):
        done = subprocess.run([OUT / "dxgmap-trace", *map(str, words)], input=text, capture_output=True, text=True,
                              check=False, timeout=600)
        if code is not None:
            self.assertEqual(code, done.returncode, f"{words}: {done.stdout[-2000:]}{done.stderr[-2000:]}")
        return done

    def check(self, text, code):
        """The causes that are found, in their order, and what differs."""
        done = self.run_tool("check", "--json", "-", code=code, text=text)
        lines = [json.loads(line) for line in done.stdout.splitlines()]
        return [(l["line"], l["cause"]) for l in lines if "cause" in l], [l for l in lines if "differs" in l]

    def refused(self, text, *words):
        done = self.run_tool("check", "-", code=2, text=text)
        for word in words:
            self.assertIn(word, done.stderr)


class Tour(Traces):
    @classmethod
    def setUpClass(cls):
        cls.path = OUT / "tour.jsonl"
        done = subprocess.run([OUT / "tour"], env={**os.environ, "DXGMAP_TRACE": str(cls.path)}, capture_output=True,
                              text=True, check=False)
        assert done.returncode == 0, done.stdout[-2000:]
        cls.lines = [json.loads(line) for line in cls.path.read_text().splitlines()]
        cls.reports = Counter()
        for line in cls.lines:
            if "report" in line:
                cls.reports[line["report"]] += line["count"]

    def found(self, path):
        done = self.run_tool("check", "--json", path, code=1)
        return [json.loads(line) for line in done.stdout.splitlines()]

    def test_it_is_judged_as_the_library_judged_it(self):
        self.assertGreaterEqual(sum(self.reports.values()), 30)
        seen = Counter()
        for finding in self.found(self.path):
            self.assertIn("cause", finding)
            self.assertEqual("check", finding["by"])
            seen[finding["cause"]] += 1
        self.assertEqual(self.reports, seen)

    def test_the_rules_are_those_of_the_reports(self):
        told = Counter((l["report"], l["rules"]) for l in self.lines if "report" in l for _ in range(l["count"]))
        self.assertEqual(told, Counter((f["cause"], f["rules"]) for f in self.found(self.path)))

    def test_without_what_the_library_found_it_is_judged_the_same(self):
        """As a shim would have written it."""
        bare = [{k: v for k, v in line.items() if k not in ("cause", "site", "reports")}
                for line in self.lines if "report" not in line]
        done = self.run_tool("check", "--json", "-", text="".join(json.dumps(line) + "\n" for line in bare))
        seen = Counter(json.loads(line).get("cause") for line in done.stdout.splitlines())
        self.assertEqual(self.reports, seen)

    def test_each_mistake_is_shrunk_to_itself(self):
        for finding in self.found(self.path):
            shrunk = OUT / "shrunk.jsonl"
            self.run_tool("shrink", "--line", finding["line"], "--output", shrunk, self.path, code=1)
            lines = shrunk.read_text().splitlines()
            self.assertLessEqual(len(lines), 9, f"of line {finding['line']}, {finding['cause']}: {lines}")
            causes = [f["cause"] for f in self.found(shrunk)]
            self.assertIn(finding["cause"], causes)
            self.assertLess(len(set(causes)), 3)

    def test_it_is_replayed_with_the_same_answers_and_reports(self):
        done = self.run_tool("replay", self.path, code=0)
        self.assertIn(f"{sum(self.reports.values())} reports, 0 differences", done.stdout)

    def test_a_shrunk_mistake_is_replayed(self):
        finding = next(f for f in self.found(self.path) if f["cause"] == "DXGMAP_IN_USE")
        shrunk = OUT / "in_use.jsonl"
        self.run_tool("shrink", "--line", finding["line"], "--output", shrunk, self.path, code=1)
        self.assertIn("0 differences", self.run_tool("replay", shrunk).stdout)

    def test_an_answer_that_was_altered_is_seen(self):
        altered = [dict(line) for line in self.lines]
        at = next(i for i, l in enumerate(altered) if l.get("cause") == "DXGMAP_PINNED")
        altered[at].update(cause="", status="0x0")
        text = "".join(json.dumps(line) + "\n" for line in altered)
        done = self.run_tool("check", "--json", "-", code=1, text=text)
        self.assertIn(at + 1, [json.loads(l)["line"] for l in done.stdout.splitlines() if "differs" in l])

    def test_it_is_shown(self):
        shown = json.loads(self.run_tool("show", self.path, code=0).stdout)["traceEvents"]
        begun = Counter(e["id"] for e in shown if e["ph"] == "b")
        self.assertEqual(begun, Counter(e["id"] for e in shown if e["ph"] == "e"))
        self.assertGreater(len(begun), 30)
        self.assertEqual(self.reports, Counter(e["name"] for e in shown if e["ph"] == "i"))

    def test_it_is_drawn(self):
        import xml.etree.ElementTree as tree
        root = tree.fromstring(self.run_tool("show", "--svg", self.path, code=0).stdout)
        self.assertTrue(root.tag.endswith("svg"))
        self.assertGreater(len([e for e in root if e.tag.endswith("line")]), 29)


class Judged(Traces):
    def test_a_right_driver_is_accused_of_nothing(self):
        text = HEADER + START + ATTACH + map_mdl("0x1") + device(9) + unmap_mdl("0x1") + STOP
        self.assertEqual(([], []), self.check(text, 0))

    def test_a_leak(self):
        self.assertEqual([(4, "DXGMAP_LEAK")], self.check(HEADER + START + map_mdl("0x1") + STOP, 1)[0])

    def test_the_device_after_the_unmap(self):
        text = HEADER + START + ATTACH + map_mdl("0x1") + unmap_mdl("0x1") + device(9).replace('"cause":""', '"x":0')
        self.assertEqual([(6, "DXGMAP_BLOCKED")], self.check(text, 1)[0])

    def test_the_same_handle_twice(self):
        text = HEADER + START + map_mdl("0x1") + unmap_mdl("0x1") + unmap_mdl("0x1")
        done = self.run_tool("check", "-", code=1, text=text)
        self.assertIn("-:5: error: DxgkCbUnmapMdlFromIoMmu", done.stdout)
        self.assertIn("UNMDL-7", done.stdout)
        self.assertIn("its map:   -:3", done.stdout)
        self.assertIn("its unmap: -:4", done.stdout)

    def test_handles_are_given_again(self):
        text = HEADER + START + (map_mdl("0x1") + unmap_mdl("0x1")) * 3 + STOP
        self.assertEqual(([], []), self.check(text, 0))

    def test_memory_may_be_short_at_any_time(self):
        text = HEADER + START + map_mdl("0x1").replace('"status":0', '"status":"0xC000009A"') + STOP
        self.assertEqual(([], []), self.check(text, 0))

    def test_what_windows_let_pass_is_told_once(self):
        """At an IRQL that is too high, and all the same it succeeds: what it made is no fault of later lines."""
        text = HEADER + START + map_mdl("0x1", extra=',"irql":2') + unmap_mdl("0x1") + STOP
        found, differs = self.check(text, 1)
        self.assertEqual([(3, "DXGMAP_BAD_IRQL")], found)
        self.assertEqual(1, len(differs))

    def test_a_list_of_another_length_differs(self):
        pin = ('{"call":"DxgkCbPinFrameBufferForSave",' + ADAPTER +
               ',"in":{"PhysicalAdapterIndex":0,"CommitSize":8192},'
               '"out":{"pMdl":{"at":"0x5000","pages":[3]}},"status":0}\n')
        self.assertIn("PIN-4", self.check(HEADER + START + pin, 1)[1][0]["differs"])

    def test_an_mdl_that_is_freed_while_it_is_mapped(self):
        made = '{"call":"IoAllocateMdl","in":{"VirtualAddress":"0x1000","Length":8192},"out":{"Mdl":"0xa000"}}\n'
        lock = ('{"call":"MmProbeAndLockPages","in":{"MemoryDescriptorList":"0xa000","Operation":1},'
                '"out":{"MemoryDescriptorList":{"at":"0xa000","pages":[7,[9,2]]}}}\n')
        free = '{"call":"MmUnlockPages","in":{"Mdl":"0xa000"}}\n{"call":"IoFreeMdl","in":{"Mdl":"0xa000"}}\n'
        text = HEADER + START + made + lock + map_mdl("0x1") + free + unmap_mdl("0x1") + STOP
        self.assertEqual([(6, "DXGMAP_MDL_GONE")], self.check(text, 1)[0])

    def test_one_is_no_plural(self):
        text = HEADER + START + map_mdl("0x1") + STOP
        said = self.run_tool("check", "-", code=1, text=text).stdout
        self.assertIn("3 lines, 3 of them judged, 1 error, 0 warnings, 0 notes, 0 differences between", said)
        self.assertIn("1 report, 0 differences", self.run_tool("replay", "-", text=text).stdout)

    def test_shrunk_of_much_else(self):
        noise = "".join(map_mdl(f"0x{i:x}") + unmap_mdl(f"0x{i:x}") for i in range(2, 200))
        text = HEADER + START + noise + map_mdl("0x1") + noise + unmap_mdl("0x1") + noise + unmap_mdl("0x1")
        self.assertEqual(5, len(self.run_tool("shrink", "-", code=1, text=text).stdout.splitlines()))

    def test_a_million_lines(self):
        """What is kept does not grow with the trace, and it takes less than five seconds of a processor."""
        def kept(child):
            status = Path(f"/proc/{child.pid}/status").read_text(encoding="utf-8")
            return int(next(line for line in status.splitlines() if line.startswith("VmRSS")).split()[1])

        def feed(child, first, end):
            for i in range(first, end, 1000):
                pairs = (map_mdl(f"0x{h:x}") + unmap_mdl(f"0x{h:x}") for h in range(i, i + 1000))
                child.stdin.write("".join(pairs).encode())
            child.stdin.flush()

        with subprocess.Popen([OUT / "dxgmap-trace", "check", "-"], stdin=subprocess.PIPE,
                              stdout=subprocess.DEVNULL) as child:
            child.stdin.write((HEADER + START).encode())
            feed(child, 1, 5001)
            few = kept(child)
            feed(child, 5001, 500001)
            many = kept(child)
            child.stdin.close()
            _, code, used = os.wait4(child.pid, 0)
            child.returncode = code
            self.assertEqual(0, code)
        self.assertLess(many - few, 512, f"KiB: {few} after 10,000 lines, {many} after 1,000,000")
        self.assertLess(used.ru_utime + used.ru_stime, 5, "seconds of a processor")


class Refused(Traces):
    def test_a_foreign_file(self):
        self.refused("hello\n", "-:1:", "no trace")
        self.refused("", "-:1:", "no trace")
        self.refused('{"traceEvents":[]}\n', "-:1:", "no trace")
        self.refused("\0" * 10000, "-:1:", "no trace")

    def test_another_version(self):
        self.refused('{"dxgmap_trace":2}\n', "-:1:", "version")

    def test_no_such_file(self):
        self.assertIn("/nowhere", self.run_tool("check", "/nowhere", code=2).stderr)

    def test_a_file_that_was_cut_off(self):
        self.refused((HEADER + START + map_mdl("0x1"))[:-30], "-:3:", "ends within this line")

    def test_a_line_that_is_no_json(self):
        self.refused(HEADER + START.replace('"in"', "in"), "-:2:", "not JSON")
        self.refused(HEADER + START[:-1] + "x\n", "-:2:", "not JSON")

    def test_a_line_that_says_nothing(self):
        self.refused(HEADER + "{}\n", "-:2:", "exactly one")
        self.refused(HEADER + '{"call":"a","event":"b"}\n', "-:2:", "exactly one")
        self.refused(HEADER + "[]\n", "-:2:", "exactly one")

    def test_a_number_that_is_none(self):
        self.refused(HEADER + START.replace('"0x10"', '"0xZZ"'), "-:2:", "adapter")
        self.refused(HEADER + START + map_mdl("-1"), "-:3:", "hMemoryHandle")
        self.refused(HEADER + START + map_mdl("0x1", pages="[[1]]"), "-:3:", "pages")
        self.refused(HEADER + START + map_mdl("0x1", pages='"many"'), "-:3:", "pages")
        self.refused(HEADER + START + map_mdl("0x1", pages="[[1,4294967295]]"), "-:3:", "pages")

    def test_what_is_not_known_is_skipped(self):
        text = HEADER + '{"call":"DxgkCbSomethingNew","in":{"x":[]},"more":1}\n{"event":"eclipse"}\n'
        self.assertEqual(([], []), self.check(text, 0))

    def test_options(self):
        for words in (["--all"], ["check"], ["chekc", "x"], ["shrink", "--line", "x", "f"], ["check", "a", "b"]):
            self.assertIn("dxgmap-trace check", self.run_tool(*words, code=2).stderr)


class Recorded(Traces):
    def test_where_no_file_can_be(self):
        ways = (("DXGMAP_TRACE", "/nowhere/at/all", "dxgmap: trace=/nowhere/at/all: the file cannot be opened"),
                ("DXGMAP_OPTIONS", "trace=/nowhere/at", "dxgmap: trace=/nowhere/at: the file cannot be opened"),
                ("DXGMAP_TRACE", "/" + "x" * 600, "dxgmap: DXGMAP_TRACE: trace=/xxx"))
        for variable, value, said in ways:
            done = subprocess.run([OUT / "tour"], env={**os.environ, variable: value},
                                  capture_output=True, text=True, check=False)
            self.assertIn(said, done.stdout + done.stderr)
            self.assertNotEqual(0, done.returncode, "the system is not opened")

    def test_as_an_option(self):
        """The list has precedence over the variable; replay does not begin the file anew that it reads."""
        ways = {"variable.jsonl": {"DXGMAP_TRACE": "{}"}, "option.jsonl": {"DXGMAP_OPTIONS": "trace='{}'"},
                "both.jsonl": {"DXGMAP_TRACE": "/nowhere/at", "DXGMAP_OPTIONS": "seed=0:trace={}"}}
        lines = set()
        for name, variables in ways.items():
            path = OUT / name
            env = {**os.environ, **{variable: value.format(path) for variable, value in variables.items()}}
            subprocess.run([OUT / "shim"], env=env, capture_output=True, check=True)
            text = path.read_text()
            lines.add(text.count("\n"))
            subprocess.run([OUT / "dxgmap-trace", "replay", path], env=env, capture_output=True, check=True)
            self.assertEqual(text, path.read_text(), f"{name} after its replay")
        self.assertEqual(1, len(lines), "the same run gives as many lines")
        self.assertGreater(lines.pop(), 10)

    def test_a_start_that_points_to_nothing(self):
        """It is refused, and the recording, too, follows no pointer that was found wanting."""
        for what in ("save_bytes", "resource", "interrupts"):
            path = OUT / f"start-{what}.jsonl"
            done = subprocess.run([OUT / "start", what], env={**os.environ, "DXGMAP_TRACE": str(path)}, check=False)
            self.assertEqual(0, done.returncode, what)
            starts = [line for line in map(json.loads, path.read_text().splitlines()) if line.get("event") == "start"]
            self.assertEqual([(None, "DXGMAP_BAD_ARGUMENT")], [(start["in"], start["cause"]) for start in starts], what)
            self.run_tool("check", path, code=0 if what == "interrupts" else 1)  # that there are so many is no fault

    def test_a_file_that_is_full(self):
        done = subprocess.run([OUT / "shim"], env={**os.environ, "DXGMAP_TRACE": "/dev/full"},
                              stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, check=False)
        self.assertEqual(0, done.returncode)
        self.assertEqual(1, done.stderr.count("cannot be written any more"))

    def test_a_file_that_is_full_in_the_middle(self):
        """A touch is told of in two lines; that they are lost is said once, and what came before is whole."""
        path = OUT / "full.jsonl"
        done = subprocess.run([OUT / "full"], env={**os.environ, "DXGMAP_TRACE": str(path)}, stderr=subprocess.PIPE,
                              text=True, check=False)
        self.assertEqual((0, 1), (done.returncode, done.stderr.count("cannot be written any more")), done.stderr)
        last = json.loads(path.read_text().splitlines()[-1])
        self.assertEqual("DxgkCbUnmapMemory", last["call"])


class Shim(Traces):
    def trace(self, mistake):
        return subprocess.run([OUT / "shim", mistake], capture_output=True, text=True, check=True).stdout

    def test_right_drivers(self):
        for right in ("none", "adl"):
            self.assertEqual(([], []), self.check(self.trace(right), 0))

    def test_mistakes(self):
        for mistake, cause in {"leak": "DXGMAP_LEAK", "twice": "DXGMAP_BAD_HANDLE", "size": "DXGMAP_BAD_SIZE",
                               "in_use": "DXGMAP_IN_USE"}.items():
            self.assertEqual(cause, self.check(self.trace(mistake), 1)[0][0][1], mistake)


if __name__ == "__main__":
    result = unittest.main(exit=False).result
    bad = len(result.failures) + len(result.errors)
    print(f"{result.testsRun - bad} passed, {bad} failed")
    sys.exit(1 if bad else 0)
