"""Stock Pelican: Markdown with its metadata; who speaks is an author, since that is the name it has lists for."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from bench.peers.lay import theme
from bench.peers.newsroom import Item, Newsroom

THEME = Path(__file__).parent.parent / "themes" / "pelican"
OUTPUT = "output"


def site(newsroom: Newsroom) -> dict[str, str]:
    """A whole site: settings, one small plugin for parted lists and neighbours, theme, briefs."""
    return {**theme(THEME, "", newsroom.imprint), **dict(_content(newsroom))}


def _content(newsroom: Newsroom) -> Iterator[tuple[str, str]]:
    return ((f"content/briefs/{item.published:%Y-%m-%d}-{item.slug}.md", _brief(item)) for item in newsroom.items)


def _brief(item: Item) -> str:
    facts = (
        f"Title: {item.title}",
        f"Date: {item.published:%Y-%m-%d %H:%M}",
        f"Slug: {item.slug}",
        f"Category: {item.section}",
        f"Tags: {', '.join(item.topics)}",
        f"Authors: {'; '.join(who.name for who in item.speakers)}",
        f"Roles: {'; '.join(who.role for who in item.speakers)}",
        f"Summary: {item.summary}",
    )
    return "\n".join([*facts, "", "\n\n".join(item.paragraphs), ""])
