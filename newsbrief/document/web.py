"""Addresses in front matter: of a page somewhere on the web, and of this site's own pages."""

from __future__ import annotations

import re

from newsbrief.document.nodes import Node
from newsbrief.document.values import Problems, line_of, lines_of, shown
from newsbrief.model.address import LONGEST, is_web_address

SEGMENT = re.compile(r"[\w.~-]{1,100}")
PATH_EXAMPLE = "2029/05/04/morning-ferry/"


def link_of(node: Node, what: str, problems: Problems) -> str:
    """An absolute http or https address; anything else (javascript:, data:, a path) is a problem."""
    text = line_of(node, what, problems)
    if text and not is_web_address(text):
        wrong = f"{what} {shown(text)} is no address of a page; write it whole, as https://news.example/2029/ferry"
        problems.append((node.line, wrong))
    return text


def paths_of(node: Node, what: str, problems: Problems) -> tuple[str, ...]:
    """Paths below the site's root, without a way up or out of it."""
    texts = lines_of(node, what, problems)
    for text in texts:
        if not is_site_path(text):
            wrong = f"an item of {what}, {shown(text)}, is no address on this site; write its path, as {PATH_EXAMPLE}"
            problems.append((node.line, wrong))
    return texts


def is_site_path(text: str) -> bool:
    """Whether the text is a path of plain segments: no scheme, no host, no "..", no percent signs, no backslash."""
    segments = text.removeprefix("/").removesuffix("/").split("/")
    plain = all(SEGMENT.fullmatch(segment) and segment.strip(".") for segment in segments)
    return len(text) <= LONGEST and plain
