# SPDX-License-Identifier: MIT
"""Markdown as a tree, as cmark-gfm reads it: an element's tag is the sort of its node (paragraph, table_row, ...)."""

import re
import shutil
import subprocess
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

_NAMESPACE = re.compile(r' xmlns="[^"]*"')


def parse(markdown: str) -> Element:
    if not shutil.which("cmark-gfm"):
        raise FileNotFoundError("cmark-gfm (Debian package cmark-gfm) reads Markdown, and is not there: make setup")
    command = ["cmark-gfm", "--sourcepos", "--extension", "table", "--to", "xml"]
    done = subprocess.run(command, input=markdown, capture_output=True, text=True, check=True)
    return ElementTree.fromstring(_NAMESPACE.sub("", done.stdout, count=1))


def words(node: Element) -> str:
    """The text of a node, without its marks."""
    if node.tag in ("text", "code"):
        return node.text or ""
    if node.tag in ("softbreak", "linebreak"):
        return " "
    return "".join(words(child) for child in node)


def slug(node: Element) -> str:
    """The anchor of a heading, as the forges make it."""
    return re.sub(r"[^\w\- ]", "", words(node).lower()).strip().replace(" ", "-")


def section(document: Element, title: str = "") -> list[Element]:
    """What stands below the heading of this title, up to the next one that is as high; without a title what stands
    before the first heading but that of the document."""
    found: list[Element] = []
    level = 0 if title else 1
    for node in document:
        if node.tag == "heading":
            this = int(node.get("level", "1"))
            if title and not level and words(node) == title:
                level = this
                continue
            if level and (this <= level or not title):
                if this == 1 and not title:
                    continue
                break
        if level:
            found.append(node)
    if not found:
        raise KeyError(f"there is no section `{title}`")
    return found
