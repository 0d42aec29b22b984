#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Checks a driver's own C on every path of failures, before it is run. make check-driver

The driver and its harness are followed by Frama-C's Eva over the proved core; each acquisition succeeds and fails.
The exit code is 0 when nothing was found on any path, 1 when something was, and 2 when it could not be told: bad input,
a callback without a model, no end in time. README.md beside this file says what that says, and what it does not.
"""

import argparse
import json
import shlex
import sys
from dataclasses import asdict
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

import analyse  # noqa: E402
import findings  # noqa: E402
import paths  # noqa: E402
from prepare import ROOT, Refused, Request  # noqa: E402


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--driver", action="append", default=[], type=Path, metavar="FILE", help="a file of the driver")
    parser.add_argument("--harness", type=Path, metavar="FILE", help="the file that starts it, with a main")
    parser.add_argument("--flags", default="", help="for the preprocessor: -Ifolder -DNAME")
    parser.add_argument("--entry", default="main", help="another function than main, without parameters")
    parser.add_argument("--failures", type=int, help="at most so many on a path, 0 for none; else any number")
    parser.add_argument("--paths", default=5000, type=int, help="how many are kept apart at one place")
    parser.add_argument("--seconds", default=600, type=int, help="after which it gives up")
    parser.add_argument("--json", type=Path, metavar="FILE", help="the findings, for a machine")
    return parser.parse_args()


def _request(options: argparse.Namespace) -> Request:
    if options.harness is None:
        raise Refused("HARNESS=file.c is missing: what opens dxgmap and calls the driver, as examples/*/harness.c do")
    for name in ("failures", "paths", "seconds"):
        number = getattr(options, name)
        if number is not None and number < (name != "failures"):
            raise Refused(f"{name.upper()}={number} is no number of {name}")
    here = Path.cwd()
    return Request(
        [_named(here / file) for file in options.driver], _named(here / options.harness), shlex.split(options.flags),
        options.entry, options.failures, options.paths, options.seconds,
    )  # fmt: skip


def _named(file: Path) -> Path:
    """As the tree names it, if it is of the tree."""
    whole = file.resolve()
    return whole.relative_to(ROOT) if whole.is_relative_to(ROOT) else whole


def _progress(ended: int) -> None:
    print(f"  {ended} paths so far", file=sys.stderr, flush=True)


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"


def _print(verdict: findings.Verdict, request: Request) -> None:
    for number, finding in enumerate(verdict.findings, 1):
        print(f"\n{number}. {finding.cause}, {finding.severity}: {finding.sentence}")
        print(f"   where:  {findings.where(finding.place)}")
        if finding.detail:
            print(f"   exactly: {finding.detail}")
        if finding.rules:
            print(f"   rules:  {finding.rules}")
        print(f"   path, {'the only one' if finding.paths == 1 else f'the shortest of {finding.paths}'}:")
        for step, line in enumerate(finding.path, 1):
            print(f"   {step:4}  {line}")
    if verdict.unknown:
        print("\nNot known:" if verdict.findings else "\nIt cannot be told:")
    for line in verdict.unknown:
        print(f"  - {line}")
    often = "each acquisition failing or not"
    if request.failures is not None:
        often = f"at most {request.failures} acquisitions failing on each" if request.failures else "nothing failing"
    print(f"\n{_count(verdict.paths, 'path')} to dxgmap_close, {often}; {verdict.seconds:.0f} s")
    errors = sum(finding.severity == "error" for finding in verdict.findings)
    print(
        f"check-driver: {_count(errors, 'error')}, {_count(len(verdict.findings) - errors, 'warning')}, "
        f"{len(verdict.unknown)} not known: "
        + {0: "clean", 1: "faults were found", 2: "it cannot be told"}[verdict.code()]
    )


def main() -> int:
    options = _arguments()
    try:
        request = _request(options)
        print(f"check-driver: {', '.join(map(str, request.sources()))}", flush=True)
        run = analyse.analyse(request, _progress)
        verdict = findings.judge(run, paths.read(run, request.sources()), request.seconds)
    except Refused as refusal:
        print(f"check-driver: {refusal}", file=sys.stderr)
        return 2
    _print(verdict, request)
    if options.json:
        options.json.write_text(json.dumps(asdict(verdict) | {"code": verdict.code()}, indent=1) + "\n")
    return verdict.code()


if __name__ == "__main__":
    sys.exit(main())
