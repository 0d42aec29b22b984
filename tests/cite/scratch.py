# SPDX-License-Identifier: MIT
"""A copy of the tree in which a fault can be planted. The files are hard links until they are written to."""

import contextlib
import io
import os
import shutil
import sys
import tempfile
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "proofs"), str(ROOT / "model")]

PARTS = ("spec", "model", "proofs", "tests", "generated")


class ScratchTest(unittest.TestCase):
    """One copy for the tests of a class; what a test has touched is put back after it."""

    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory(dir=_beside())
        cls.addClassCleanup(folder.cleanup)
        cls.tree = Path(folder.name)
        for part in PARTS:
            shutil.copytree(ROOT / part, cls.tree / part, copy_function=os.link)

    def remove(self, path):
        self.addCleanup(self.restore, path)
        (self.tree / path).unlink(missing_ok=True)

    def put(self, path, content):
        self.remove(path)
        (self.tree / path).parent.mkdir(parents=True, exist_ok=True)
        (self.tree / path).write_bytes(content if isinstance(content, bytes) else content.encode())

    def change(self, path, old, new):
        text = (self.tree / path).read_text()
        self.assertIn(old, text, f"{path}: the text to change is not there")
        self.put(path, text.replace(old, new, 1))

    def restore(self, path):
        (self.tree / path).unlink(missing_ok=True)
        if (ROOT / path).is_file() and path.split("/")[0] in PARTS:
            os.link(ROOT / path, self.tree / path)


def _beside():
    """On the same file system as the tree, so that links can be made."""
    (ROOT / "build" / "test" / "cite").mkdir(parents=True, exist_ok=True)
    return ROOT / "build" / "test" / "cite"


@contextlib.contextmanager
def captured():
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        yield out, err
