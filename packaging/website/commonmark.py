# SPDX-License-Identifier: MIT
"""Markdown as a tree, as cmark-gfm reads it: an element's tag is the sort of its node (paragraph, table_row, ...)."""

import re
import shutil
import subprocess
from itertools import takewhile
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


def introduction(document: Element) -> list[Element]:
    """What stands between the heading of a document and the next one."""
    rest = [node for node in document if node.get("level") != "1"]
    return list(takewhile(lambda node: node.tag != "heading", rest))


def section(document: Element, title: str) -> list[Element]:
    """What stands below the heading of this title, up to the next one that is as high; nothing if there is none."""
    found: list[Element] = []
    level = 0
    for node in document:
        this = int(node.get("level", "9"))
        if level and this <= level:
            break
        if level:
            found.append(node)
        elif node.tag == "heading" and words(node) == title:
            level = this
    return found
