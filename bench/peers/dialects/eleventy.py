"""Eleventy: YAML front matter; its configuration gathers the lists, as its users do it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from bench.peers.lay import theme
from bench.peers.newsroom import Item, Newsroom

THEME = Path(__file__).parent.parent / "themes" / "eleventy"
OUTPUT = "_site"


def site(newsroom: Newsroom) -> dict[str, str]:
    """A whole site."""
    return {**theme(THEME, "", newsroom.imprint), **dict(_content(newsroom))}


def _content(newsroom: Newsroom) -> Iterator[tuple[str, str]]:
    return ((f"content/briefs/{item.published:%Y-%m-%d}-{item.slug}.md", _brief(item)) for item in newsroom.items)


def _brief(item: Item) -> str:
    facts = (
        f"title: {json.dumps(item.title)}",
        f"date: {item.published:%Y-%m-%dT%H:%M:%SZ}",
        f"permalink: /{item.url}",
        f"section: {item.section}",
        f"topics: [{', '.join(item.topics)}]",
        f"summary: {item.summary}",
        "speakers:",
        *(f"- {{name: {who.name}, role: {who.role}}}" for who in item.speakers),
    )
    return "\n".join(["---", *facts, "---", "\n\n".join(item.paragraphs), ""])
