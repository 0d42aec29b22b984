# SPDX-License-Identifier: MIT
"""What is wrong with a workflow of either forge: a target of make or a script that there is not, shards that are not
1 to n, a job without a time limit or in another machine than Debian 12, something from the network but packages and the
forge's own actions, which are pinned."""

import re
import shlex
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parents[2]
IMAGE = "debian:12"
ACTIONS = re.compile(r"actions/(checkout|upload-artifact|download-artifact)@v[0-9]+\.[0-9]+\.[0-9]+$")
ELSEWHERE = re.compile(r"https?://|\b(curl|wget|pip3?|npm|npx|docker|go get|git clone)\b")
REPORTS = {"build/report", "build/shards", "build/proofs/prove.json", "build/proofs/receipt.json", "build/test/*.log"}
EVERY, WEEKLY = {"replay", "test-quick"}, {"prove", "join"}
GITLAB_WORDS = {"default", "variables", "stages", "workflow", "include"}
SHARD = re.compile(r"\bSHARD=(\$\{\{.*?\}\}\S*|\S+)")


@dataclass
class Job:
    name: str
    image: str
    limit: str  # "" when there is none
    lines: list[str]  # of shell
    shards: list[str] = field(default_factory=list)  # what SHARD is, in each of its machines
    kept: set[str] = field(default_factory=set)  # artifacts


def targets() -> set[str]:
    found: set[str] = set()
    for names in re.findall(r"^([a-z][a-z ./-]*):(?!=)", (ROOT / "Makefile").read_text(), re.M):
        found |= set(names.split())
    return found


def github(text: str) -> tuple[dict[str, Job], Iterator[str]]:
    content = yaml.safe_load(text)
    jobs = {}
    for name, given in content["jobs"].items():
        steps = given["steps"]
        lines = [line for step in steps for line in step.get("run", "").splitlines()]
        uploads = [step["with"]["path"] for step in steps if "upload-artifact" in step.get("uses", "")]
        job = Job(name, given.get("container", ""), str(given.get("timeout-minutes", "")), lines)
        job.kept = {path for paths in uploads for path in paths.split()}
        matrix = given.get("strategy", {}).get("matrix", {}).get("shard", [])
        said = _shard(lines)
        job.shards = [said.replace("${{ matrix.shard }}", str(number)) for number in matrix] if matrix else [said]
        jobs[name] = job
    return jobs, _github_faults(content)


def _github_faults(content: dict) -> Iterator[str]:
    when = content.get("on", content.get(True))  # `on` is a truth value in YAML 1.1
    for event in ("push", "workflow_dispatch"):
        if event not in when:
            yield f"nothing runs on {event}"
    days = [rule["cron"].split()[4:] for rule in when.get("schedule", [])]
    if not days or any(day in ([], ["*"]) for day in days):
        yield "no schedule is weekly"
    for name, job in content["jobs"].items():
        gate = str(job.get("if", ""))
        if name == "prove" and not all(word in gate for word in ("'schedule'", "'workflow_dispatch'", "code == '3'")):
            yield "prove: does not run on a schedule, by hand and when the replay is stale"
        if name in EVERY and gate:
            yield f"{name}: does not run on every push"
        for step in job["steps"]:
            if "uses" in step and not ACTIONS.match(step["uses"]):
                yield f"{name}: {step['uses']} is no action of the forge, or has no version"
        said = "".join(step.get("run", "") for step in job["steps"])
        if "make report" in said and "GITHUB_STEP_SUMMARY" not in said:
            yield f"{name}: its report is no summary of the step"


def gitlab(text: str) -> tuple[dict[str, Job], Iterator[str]]:
    content = yaml.safe_load(text)
    common = content["default"]
    jobs = {}
    for name, given in content.items():
        if name in GITLAB_WORDS:
            continue
        words = [*given.get("before_script", common["before_script"]), *given["script"], *given.get("after_script", [])]
        image = given.get("image", common["image"])
        job = Job(name, image, str(given.get("timeout", "")), [line for word in words for line in word.splitlines()])
        job.kept = set(given.get("artifacts", {}).get("paths", []))
        count, said = given.get("parallel", 1), _shard(job.lines)
        for number in range(1, count + 1):
            job.shards.append(said.replace("$CI_NODE_INDEX", str(number)).replace("$CI_NODE_TOTAL", str(count)))
        jobs[name] = job
    return jobs, _gitlab_faults(content)


def _gitlab_faults(content: dict) -> Iterator[str]:
    for name, job in content.items():
        if name in GITLAB_WORDS:
            continue
        if name in EVERY and "rules" in job:
            yield f"{name}: does not run on every push"
        said = str(job.get("rules", ""))
        if name in WEEKLY and ('== "schedule"' not in said or '== "web"' not in said):
            yield f"{name}: does not run on a schedule and by hand"
    if content.get("replay", {}).get("allow_failure") != {"exit_codes": 3}:
        yield "replay: a stale one is not told from one that failed"


def _shard(lines: list[str]) -> str:
    return next((match[1].strip("\"'") for line in lines if (match := SHARD.search(line))), "")


def faults(jobs: dict[str, Job], more: Iterator[str]) -> Iterator[str]:
    """Of either forge."""
    yield from more
    for name in sorted((EVERY | WEEKLY) - jobs.keys()):
        yield f"there is no job {name}"
    known = targets()
    for job in jobs.values():
        if job.image != IMAGE:
            yield f"{job.name}: runs in `{job.image}`, not in {IMAGE}"
        if not re.fullmatch(r"[1-9][0-9]*( minutes)?", job.limit):
            yield f"{job.name}: has no time limit"
        for line in job.lines:
            yield from (f"{job.name}: {what}" for what in _line(line, known))
        for path in sorted(job.kept - REPORTS):
            yield f"{job.name}: nothing writes {path}"
    shards = jobs["prove"].shards if "prove" in jobs else []
    if shards != [f"{number}/{len(shards)}" for number in range(1, len(shards) + 1)] or len(shards) < 2:
        yield f"prove: the shards are {', '.join(shards)}"
    said = {name: "\n".join(job.lines) for name, job in jobs.items()}
    wanted_of = {"replay": "prove.py --replay", "test-quick": "make test-quick", "join": "make prove-join"}
    for name, wanted in wanted_of.items():
        if wanted not in said.get(name, wanted):
            yield f"{name}: does not run `{wanted}`"
    for name in ("replay", "join"):
        if name in jobs and not ("build/report" in jobs[name].kept and "summary.md" in said[name]):
            yield f"{name}: does not show and keep its report"


def _line(line: str, known: set[str]) -> Iterator[str]:
    if ELSEWHERE.search(line):
        yield f"takes something from elsewhere: {line.strip()}"
    for target in re.findall(r"\bmake ((?:-\S+ )*[a-z][a-z-]*)", line if not line.strip().startswith("echo") else ""):
        if target.split()[-1] not in known:
            yield f"there is no target `{target}` of make"
    words = shlex.split(line, comments=True)
    for script in [word for word in words if re.fullmatch(r"(?:\.ci|proofs|tests|model)/[\w./-]+", word)]:
        if not (ROOT / script).is_file():
            yield f"there is no {script}"
