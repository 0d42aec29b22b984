# SPDX-License-Identifier: MIT
"""Faults planted in a site, one at a time, and what check.py must say of each; the last line is `N passed, N failed`.

    planted.py SITE
"""

import sys
from pathlib import Path

import check

ROOT = Path(__file__).resolve().parents[2]
RECORDED = "examples/first-driver"
PLANTED = [  # what is said, the file, what stands there, and what instead
    ("faq.html: not well-formed", "faq.html", "</main>", ""),
    ("faq.html: <p/> is not closed in HTML", "faq.html", "</main>", "<p /></main>"),
    ("faq.html: it does not say that it is HTML", "faq.html", "<!DOCTYPE html>\n", ""),
    ("faq.html: 0 headings", "faq.html", "h1", "h2"),
    ("faq.html: no language", "faq.html", ' lang="en"', ""),
    ("faq.html: nowhere.html leads nowhere", "faq.html", 'href="clauses.html"', 'href="nowhere.html"'),
    ("report.html: options.html#no: there is no such anchor", "report.html", "options.html#json", "options.html#no"),
    ("faq.html: `/index.html` works at one address alone", "faq.html", 'href="index.html"', 'href="/index.html"'),
    ("index.html: <img> loads https:", "index.html", 'src="proofs/badge.svg"', 'src="https://example.org/a.svg"'),
    ("index.html: an image without words", "index.html", 'alt="proof"', 'alt=""'),
    ("index.html: <script> loads http:", "index.html", 'src="site.js"', 'src="http://example.org/a.js"'),
    ("style.css: it may load something: @import", "style.css", ":root", '@import "more.css"; :root'),
    ("site.js: it may load something: fetch", "site.js", "openTarget();", 'fetch("a.json");'),
    ("tools.html: the id content stands there twice", "tools.html", '<h1 id="tools">', '<h1 id="content">'),
    ("clause PIN-14: it has 0 places", "clauses/pin.html", 'id="PIN-14"', 'id="PIN-140"'),
    ("clause PIN-14: it has 1 places, or the list", "clauses.html", "#PIN-14\"", "#PIN-13\""),
    ("theorem T-COH: not in theorems.html", "theorems.html", 'id="T-COH"', 'id="T-COHERE"'),
    ("cause DXGMAP_PINNED: not in", "documents/spec/status.html", 'id="DXGMAP_PINNED"', 'id="DXGMAP_PIN"'),
    ("decision 13: not in", "documents/spec/sources/decisions.html", 'id="D-13"', 'id="D-1300"'),
    ("rule G3: not in", "documents/spec/sources/rules.html", 'id="G3"', 'id="G300"'),
    ("option quarantine_pages: no row", "options.html", "<code>quarantine_<", "<code>quarantines_<"),
    ("callback VideoPortMapMemory: no row", "callbacks.html", ">Video<wbr />Port<wbr />Map<", ">VideoPort<"),
    (f"does not show {RECORDED}/driver.c as", "first-driver.html", "CommitSize = Bytes", "CommitSize = 1"),
    (f"does not show {RECORDED}/unpin.report", "index.html", "it was pinned before", "it was pinned"),
    (f"its parts are together not {RECORDED}/unpin.report", "report.html", "already</pre>", "</pre>"),
    ("nothing is said of the line `count`", "report.html", "<code>count</code>", "<code>number</code>"),
]
ADDED = [  # what is said, the file, and that of which it is a copy
    ("lonely.html: no page leads to it", "lonely.html", "faq.html"),
    ("page.txt: what is this for?", "page.txt", "site.js"),
    ("there is not one stylesheet", "more.css", "style.css"),
]


def main() -> int:
    site = check.read(Path(sys.argv[1]))
    tries = []
    for said, file, was, instead in PLANTED:
        tries.append((said, {**site, file: site[file].replace(was, instead)}, site[file].count(was)))
    tries += [(said, {**site, file: site[copied]}, 1) for said, file, copied in ADDED]
    failed = 0
    for said, planted, places in tries:
        seen = list(check.faults(planted, ROOT))
        if not places or not any(said in fault for fault in seen):
            failed += 1
            print(f"FAILED: expected: {said}\n  seen: {seen[:5]}")
    print(f"{len(tries) - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
