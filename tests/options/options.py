#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""What the log is to others: lines of JSON by their schema, and colours on a terminal.

    options.py json FILE [EVENT...]       each line is of the schema; the events are these, in this order
    options.py get FILE N POINTER         what is at a JSON pointer of the Nth line
    options.py terminal COMMAND...        runs a command on a terminal, and prints what it writes there
    options.py table                      what help=1 prints, of standard input, as rows of options.md
"""

import json
import os
import pty
import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
SCHEMA = ROOT / "model/ddi/call/report.schema.json"


def lines(path):
    return [json.loads(line) for line in Path(path).read_text(encoding="utf-8").splitlines()]


def check_json(path, *events):
    import jsonschema
    validator = jsonschema.Draft7Validator(json.loads(SCHEMA.read_text(encoding="utf-8")))
    seen = lines(path)
    for line in seen:
        for error in validator.iter_errors(line):
            print(f"{line['event']}: {error.message}")
            return 1
    if [line["event"] for line in seen] != list(events):
        print(f"expected {events}, seen {[line['event'] for line in seen]}")
        return 1
    return 0


def get(path, number, pointer):
    value = lines(path)[int(number) - 1]
    for word in pointer.strip("/").split("/"):
        value = value[int(word)] if isinstance(value, list) else value[word]
    print(value)
    return 0


def terminal(*command):
    child, descriptor = pty.fork()
    if child == 0:
        os.execvp(command[0], command)
    written = b""
    try:
        while part := os.read(descriptor, 65536):
            written += part
    except OSError:
        pass  # the end of a terminal
    os.waitpid(child, 0)
    sys.stdout.buffer.write(written)
    return 0


def table():
    for line in sys.stdin:
        if line.startswith("  "):
            name, *rest = re.split(r"  +", line.strip(), maxsplit=3)
            print(f"| {' | '.join([f'`{name}`', *rest])} |")
    return 0


if __name__ == "__main__":
    sys.exit({"json": check_json, "get": get, "terminal": terminal, "table": table}[sys.argv[1]](*sys.argv[2:]))
