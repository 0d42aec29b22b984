# SPDX-License-Identifier: MIT
"""The page of the benchmark: what report.py knows, as HTML with SVG plots and nothing from elsewhere."""

import re
from html import escape
from math import log10

STYLE = """
:root { color-scheme: light dark; --ink: #1c1e21; --paper: #fff; --line: #d8dbe0; --soft: #666c75; --bad: #b3261e;
  --good: #1e7a3c; --floor: #8a9099; --unit: #0b6bcb; --operation: #c25e00; --peer: #6b4fa0;
  --face: #a0305e; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6e8eb; --paper: #15171a; --line: #34383e; --soft: #9aa1ab;
  --bad: #ff8a80; --good: #7bd88f; --floor: #9aa1ab; --unit: #63b0ff; --operation: #ffab5c; --peer: #b9a1ef;
  --face: #f28ab0; } }
body { font: 15px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper); max-width: 1000px;
  margin: 2em auto; padding: 0 1em; }
h1, h2 { line-height: 1.2; font-weight: 600; } h2 { margin-top: 2em; } h3 { font-size: 1em; margin: 1.2em 0 .2em; }
p, li { max-width: 75ch; } .soft, small { color: var(--soft); }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
th, td { text-align: left; padding: .25em .8em .25em 0; border-bottom: 1px solid var(--line); }
td.n { text-align: right; white-space: nowrap; }
.met { color: var(--good); } .missed { color: var(--bad); font-weight: 600; }
.wide { overflow-x: auto; } svg { width: 100%; min-width: 820px; height: auto; }
svg text { fill: var(--ink); font-size: 12px; }
svg .soft { fill: var(--soft); } svg .grid { stroke: var(--line); } svg .whisker { stroke: var(--ink); opacity: .55; }
"""
# What the number of a case counts, at its end.
THREADS = re.compile(r"(\breader|\bthread)s?$")
DASHES = ["", "6 3", "2 3", "8 3 2 3", "1 2"]
POWER = re.compile(r"\d+")


def make(run, judged, compared, heading, notes):
    from report import GROUPS, group_keys  # the program that calls this
    levels = {c["name"]: c["level"] for c in run.contenders}
    parts = [f"<h1>The benchmark of dxgmap</h1><p>{'<br>'.join(map(escape, heading))}</p>",
             "<p>A bar or a point is the median; a whisker runs from the least sample to the greatest. Scales are "
             "logarithmic.</p>", "<h2>Targets</h2>", target_table(judged)]
    if compared:
        parts.append("<h2>Beside the base</h2>" + base_table(run, compared))
    for title, workloads in GROUPS:
        keys = group_keys(run, workloads)
        if not keys:
            continue
        parts.append(f"<h2>{escape(title)}</h2>")
        curves, single = series_of(keys)
        for name, xs in curves.items():
            parts.append(f"<h3>{escape(name)}</h3>" + wide(lines(run, name, xs, levels)))
        for key in single:
            parts.append(f"<h3>{escape(' '.join(key))}</h3>" + wide(bars(run, key, levels)))
        parts.append(figures(run, keys))
    parts.append("<h2>Notes</h2><p>" + escape(" ".join(n.strip() for n in notes)) + "</p>")
    return ("<!doctype html><html lang=en><meta charset=utf-8><meta name=viewport content='width=device-width'>"
            f"<title>dxgmap: benchmark</title><style>{STYLE}</style><body>{''.join(parts)}</body></html>\n")


def wide(what):
    """On a narrow screen it is moved aside, and the page is not."""
    return f"<div class=wide tabindex=0>{what}</div>"


def target_table(judged):
    from report import claim, quantity, verdict
    rows = []
    for t in judged:
        value, limit = claim(t)
        word = verdict(t)
        note = f" <small>{escape(t['note'])}</small>" if t["note"] else ""
        if t["bound"]:
            bound = quantity(t["bound"]["value"], t["unit"])
            note += f"<br><small>bound here {escape(bound)}: {escape(t['bound']['words'])}</small>"
        shade = {None: "soft", True: "met", False: "missed"}[t["met"]]
        rows.append(f"<tr><td class={shade}>{word.lower()}"
                    f"<td>{t['workload']} {escape(t['case'])}<td>{escape(t['ours'])}<td class=n>{escape(value)}"
                    f"<td>{escape(limit)}{note}")
    return wide(f"<table><tr><th>Verdict<th>Workload<th>Ours<th>Value<th>Target{''.join(rows)}</table>")


def base_table(run, compared):
    from report import number, quantity
    rows = []
    for key, who, now, then, times in compared:
        unit = run.results[key][who].unit
        rows.append(f"<tr><td>{escape(' '.join(key))}<td>{escape(who)}<td class=n>{quantity(now, unit)}"
                    f"<td class=n>{quantity(then, unit)}<td class=n>{number(times)}")
    head = "<tr><th>Workload<th>Ours<th>Now<th>Base<th>Now / base"
    return wide(f"<table>{head}{''.join(rows)}</table>")


def figures(run, keys):
    from report import columns_of, quantity
    columns = columns_of(run, keys)
    rows = []
    for key in keys:
        cells = []
        for r in (run.results[key].get(c) for c in columns):
            cells.append(f"<td class=n title='{r.low:.4g} .. {r.high:.4g} {r.unit}'>{quantity(r.value, r.unit)}" if r
                         else "<td class=n>-")
        rows.append(f"<tr><td>{escape(' '.join(key))}{''.join(cells)}")
    head = "".join(f"<th>{escape(c)}" for c in columns)
    return f"<details><summary>Figures</summary>{wide(f'<table><tr><th>{head}{chr(10).join(rows)}</table>')}</details>"


def series_of(keys):
    """Cases that differ in one number are points of a curve, if they are three, or two by threads: ({name: [(number,
    key)]}, the others)."""
    found = {}
    for key in keys:
        found.setdefault(f"{key[0]} " + THREADS.sub(r"\1s", POWER.sub("N", key[1])), []).append(key)
    curves, single = {}, []
    for name, members in found.items():
        if len(members) > (1 if THREADS.search(name) else 2) and name.count("N") == 1:
            curves[name] = [(int(POWER.search(key[1])[0]), key) for key in members]
        else:
            single += members
    return curves, single


class Scale:
    """Logarithmic, from whole powers of ten to whole powers of ten."""

    def __init__(self, values, start, end, exact=False):
        values = [v for v in values if v > 0] or [1]
        self.low, self.high = log10(min(values)), log10(max(values))
        if not exact:
            self.low, self.high = int(self.low // 1), -int(-self.high // 1)
        if self.high <= self.low:
            self.high = self.low + 1
        self.start, self.end = start, end

    def __call__(self, value):
        part = (log10(value) - self.low) / (self.high - self.low) if value > 0 else 0
        return self.start + (self.end - self.start) * min(1, max(0, part))

    def powers(self):
        return [10.0 ** k for k in range(-int(-self.low // 1), int(self.high // 1) + 1)]


def bars(run, key, levels):
    from report import quantity
    results = list(run.results[key].values())
    left, width, step = 190, 960, 22
    scale = Scale([r.low for r in results] + [r.high for r in results], left, width - 90)
    height = step * len(results) + 22
    out = [f"<svg viewBox='0 0 {width} {height}' role=img aria-label='{escape(' '.join(key), quote=True)}'>"]
    for tick in scale.powers():
        x = f"{scale(tick):.1f}"
        out.append(f"<line class=grid x1={x} x2={x} y1=0 y2={height - 20} /><text class=soft x={x} y={height - 6} "
                   f"text-anchor=middle>{quantity(tick, results[0].unit)}</text>")
    for i, r in enumerate(results):
        y = i * step
        x = scale(r.value)
        out.append(
            f"<g><title>{escape(r.contender)}: {r.value:.4g} {r.unit}, {r.low:.4g} .. {r.high:.4g}</title>"
            f"<text x={left - 8} y={y + 15} text-anchor=end>{escape(r.contender)}</text>"
            f"<rect x={left} y={y + 4} width={max(1, x - left):.1f} height={step - 8} opacity=.8 "
            f"fill='var(--{levels[r.contender]})' />"
            f"<line class=whisker x1={scale(r.low):.1f} x2={scale(r.high):.1f} y1={y + step / 2} y2={y + step / 2} />"
            f"<text x={max(x, scale(r.high)) + 6:.1f} y={y + 15}>{quantity(r.value, r.unit)}</text></g>")
    return "".join(out) + "</svg>"


def lines(run, title, points, levels):
    """A curve a contender; those of one level differ in their dashes, and each is named at its end."""
    from report import quantity
    width, height, left, right, bottom = 960, 380, 80, 170, 40
    names = list(dict.fromkeys(who for _, key in points for who in run.results[key]))
    results = [r for _, key in points for r in run.results[key].values()]
    x_of = Scale([x for x, _ in points], left, width - right, exact=True)
    y_of = Scale([r.value for r in results], height - bottom, 10)
    out = [f"<svg viewBox='0 0 {width} {height}' role=img aria-label='{escape(title, quote=True)}'>"]
    for tick in y_of.powers():
        y = y_of(tick)
        value = quantity(tick, results[0].unit)
        out.append(f"<line class=grid x1={left} x2={width - right} y1={y:.1f} y2={y:.1f} />"
                   f"<text class=soft x={left - 8} y={y + 4:.1f} text-anchor=end>{value}</text>")
    for x, _ in points:
        out.append(f"<text class=soft x={x_of(x):.1f} y={height - bottom + 18} text-anchor=middle>{x}</text>")
    out.append(f"<text class=soft x={width - right + 10} y={height - bottom + 18}>N</text>")
    labels, used = [], {}
    for name in names:
        level = levels[name]
        dash = DASHES[used.get(level, 0) % len(DASHES)]
        used[level] = used.get(level, 0) + 1
        mine = [(x, run.results[key][name]) for x, key in points if name in run.results[key]]
        path = " ".join(f"{x_of(x):.1f},{y_of(r.value):.1f}" for x, r in mine)
        color = f"var(--{level})"
        out.append(f"<polyline points='{path}' fill=none stroke='{color}' stroke-width=2 stroke-dasharray='{dash}' />")
        for x, r in mine:
            at = f"{x_of(x):.1f}"
            low, high = (f"{y_of(end):.1f}" for end in (r.low, r.high))
            out.append(f"<line stroke='{color}' opacity=.4 x1={at} x2={at} y1={low} y2={high} />"
                       f"<circle cx={at} cy={y_of(r.value):.1f} r=3 fill='{color}'><title>{escape(name)} at {x}: "
                       f"{quantity(r.value, r.unit)}</title></circle>")
            if len(names) == 1:  # there is room for the figures, inside the plot
                anchor = "start" if x == mine[0][0] else "end" if x == mine[-1][0] else "middle"
                above = y_of(r.high) - 8
                y = above if above > 20 else y_of(r.low) + 18
                out.append(f"<text x={at} y={y:.1f} text-anchor={anchor}>{quantity(r.value, r.unit)}</text>")
        labels.append([y_of(mine[-1][1].value), name, level])
    labels.sort()
    for i, label in enumerate(labels):  # names that would lie on one another move down
        if i > 0:
            label[0] = max(label[0], labels[i - 1][0] + 14)
    over = max(0, labels[-1][0] - (height - bottom))
    for y, name, level in labels:
        place = f"x={width - right + 10} y={y - over + 4:.1f}"
        out.append(f"<text {place} style='fill: var(--{level})'>{escape(name)}</text>")
    return "".join(out) + "</svg>"
