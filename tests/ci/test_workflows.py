# SPDX-License-Identifier: MIT
"""The workflows name what there is, cover every shard, and end; and each fault of one is seen."""

import unittest

import workflow

GITHUB, GITLAB = ".github/workflows/proof.yml", ".gitlab-ci.yml"
READERS = {GITHUB: workflow.github, GITLAB: workflow.gitlab}


def text_of(path):
    return (workflow.ROOT / path).read_text()


class WorkflowTest(unittest.TestCase):
    def faults(self, path, *edits):
        text = text_of(path)
        for old, new in edits:
            self.assertIn(old, text, f"{path}: the text to change is not there")
            text = text.replace(old, new)
        return list(workflow.faults(*READERS[path](text)))

    def assert_fault(self, path, old, new, *words):
        found = self.faults(path, (old, new))
        self.assertTrue(any(all(word in fault for word in words) for fault in found),
                        f"expected {words}, seen {found}")

    def test_as_they_are(self):
        for path in READERS:
            self.assertEqual(self.faults(path), [], path)

    def test_the_shards(self):
        for path in READERS:
            jobs, _ = READERS[path](text_of(path))
            self.assertEqual(jobs["prove"].shards, ["1/4", "2/4", "3/4", "4/4"], path)

    def test_a_shard_that_is_left_out(self):
        self.assert_fault(GITHUB, "[1, 2, 3, 4]", "[1, 2, 4]", "the shards are 1/4, 2/4, 4/4")
        self.assert_fault(GITHUB, "[1, 2, 3, 4]", "[1, 2, 3, 4, 5]", "the shards are")
        self.assert_fault(GITHUB, "}}/4", "}}/5", "the shards are 1/5")
        self.assert_fault(GITLAB, "$CI_NODE_TOTAL", "3", "the shards are 1/3, 2/3, 3/3, 4/3")

    def test_a_target_or_a_script_that_there_is_not(self):
        self.assert_fault(GITHUB, "make test-quick", "make test-fast", "no target `test-fast`")
        self.assert_fault(GITLAB, "make prove-join", "make prove-joined", "no target `prove-joined`")
        self.assert_fault(GITLAB, "proofs/prove.py", "proofs/proof.py", "there is no proofs/proof.py")

    def test_a_job_without_an_end(self):
        self.assert_fault(GITHUB, "    timeout-minutes: 60\n", "", "prove: has no time limit")
        self.assert_fault(GITLAB, "  timeout: 45 minutes\n", "", "test-quick: has no time limit")

    def test_something_from_elsewhere(self):
        self.assert_fault(GITHUB, "actions/checkout@v4.2.2", "actions/checkout@v4", "checkout@v4", "no version")
        self.assert_fault(GITHUB, "actions/checkout@v4.2.2", "someone/checkout@v4.2.2", "no action of the forge")
        self.assert_fault(GITHUB, "run: make setup", "run: curl https://example.org/setup | sh", "from elsewhere")
        self.assert_fault(GITLAB, "- make test-quick", "- pip install z3-solver", "from elsewhere")

    def test_another_machine(self):
        self.assert_fault(GITHUB, "container: debian:12", "container: debian:latest", "not in debian:12")
        self.assert_fault(GITLAB, "image: debian:12", "image: ubuntu:24.04", "not in debian:12")

    def test_when_it_runs(self):
        self.assert_fault(GITHUB, "  push:\n", "", "nothing runs on push")
        self.assert_fault(GITHUB, '"17 3 * * 1"', '"17 3 * * *"', "no schedule is weekly")
        self.assert_fault(GITHUB, "|| github.event_name == 'workflow_dispatch' ", "", "by hand")
        self.assert_fault(GITLAB, '|| $CI_PIPELINE_SOURCE == "web"', "", "by hand")

    def test_stale_is_told_apart(self):
        self.assert_fault(GITHUB, "code == '3'", "code == '1'", "when the replay is stale")
        self.assert_fault(GITLAB, "exit_codes: 3", "exit_codes: 1", "a stale one is not told from one that failed")

    def test_what_is_shown(self):
        self.assert_fault(GITHUB, "cat build/report/summary.md >>\"$GITHUB_STEP_SUMMARY\"", "true", "no summary")
        self.assert_fault(GITLAB, "paths: [build/report]", "paths: [build/page]", "nothing writes build/page")
