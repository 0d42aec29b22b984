# SPDX-License-Identifier: MIT
"""A badge, one SVG without anything beside it: what the kept receipt says of the files as they are. Green needs a
receipt that fits them; grey says that there is none, or that it is of other bytes; red, that somebody edited it, or
that the last run of these very files is red.
"""

from cite.markup import text
from cite.receipt import State
from cite.runs import Runs

LABEL = "proof"
GREEN, RED, GREY = "#1a7f37", "#cf222e", "#6e7781"
SIDE, LETTER = 6, 6.6  # pixels at each end of a half, and for a letter


def write(state: State, runs: Runs) -> str:
    colour, words = judged(state, runs)
    left, right = (round(len(half) * LETTER + 2 * SIDE) for half in (LABEL, words))
    wide = left + right
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{wide}" height="20" viewBox="0 0 {wide} 20" role="img" '
        f'aria-label="{LABEL}: {text(words)}">\n<title>{LABEL}: {text(words)}</title>\n'
        f'<clipPath id="round"><rect width="{wide}" height="20" rx="3"/></clipPath>\n<g clip-path="url(#round)">\n'
        f'<rect width="{left}" height="20" fill="#424a53"/>\n'
        f'<rect x="{left}" width="{right}" height="20" fill="{colour}"/></g>\n'
        f'<g fill="#ffffff" font-family="Verdana,DejaVu Sans,sans-serif" font-size="11" text-anchor="middle">\n'
        f"{_half(LABEL, left / 2, left)}\n{_half(words, left + right / 2, right)}</g>\n</svg>\n"
    )


def judged(state: State, runs: Runs) -> tuple[str, str]:
    """The colour, and what stands there."""
    if state.word == "wrong":
        return RED, "receipt edited"
    if runs.cold and not runs.other and not runs.green:
        return RED, "not proved"
    if not state.proved:
        return GREY, "of other bytes" if state.word == "other" else "no receipt"
    goals = sum(state.goals.values())
    return GREEN, f"proved {goals}/{goals}"


def _half(words: str, middle: float, wide: int) -> str:
    return f'<text x="{middle:g}" y="14" textLength="{wide - 2 * SIDE}">{text(words)}</text>'
