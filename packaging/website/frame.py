# SPDX-License-Identifier: MIT
"""What is around every page: its head, the links to the others, its foot; and the one stylesheet."""

from pathlib import Path

from cite import markup, shown
from cite.markup import text
from website.places import relative

HERE = Path(__file__).resolve().parent
STYLE, SCRIPT = "style.css", "site.js"
PAGES = [  # of the links at the top
    ("First driver", "first-driver.html"), ("Reports", "report.html"), ("Options", "options.html"),
    ("Tools", "tools.html"), ("Examples", "examples.html"), ("CI", "ci.html"), ("State machine", "machine.html"),
    ("Callbacks", "callbacks.html"), ("Clauses", "clauses.html"), ("Theorems", "theorems.html"), ("FAQ", "faq.html"),
]  # fmt: skip


def style() -> str:
    return markup.STYLE + shown.filters() + (HERE / STYLE).read_text(encoding="utf-8")


def script() -> str:
    return (HERE / SCRIPT).read_text(encoding="utf-8")


def page(here: str, title: str, body: str, made_of: str, version: str) -> str:
    def to(target: str) -> str:
        return text(relative(here, target))

    links = ""
    for name, target in PAGES:
        current = ' aria-current="page"' if target == here else ""
        links += f'<a href="{to(target)}"{current}>{text(name)}</a>\n'
    whole = f"dxgmap: {title}"
    return f"""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<title>{text(whole)}</title>
<link rel="icon" href="data:," />
<link rel="stylesheet" href="{to(STYLE)}" />
<script src="{to(SCRIPT)}" defer="defer"></script>
</head>
<body>
<a class="skip" href="#content">To the content</a>
<header><a class="home" href="{to("index.html")}">dxgmap</a>
<nav aria-label="Pages">
{links}</nav></header>
<main id="content" class="{Path(here).stem}">
{body}</main>
<footer><p>dxgmap {text(version)}, MIT license. This page is made of <code>{text(made_of)}</code>.</p></footer>
</body>
</html>
"""
