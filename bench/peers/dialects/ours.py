"""newsbrief: front matter as its desk writes it; its own settings, with the small theme or the real one."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from bench.peers.lay import theme
from bench.peers.newsroom import NAME, Item, Newsroom, written
from bench.running import PROJECT

SMALL = Path(__file__).parent.parent / "themes" / "newsbrief"
OUTPUT = "output"
# One feed of all briefs is what the others write too.
SMALL_SETTINGS = "NEWSBRIEF_FEEDS = ()\n"


def small(newsroom: Newsroom) -> dict[str, str]:
    """A site with the small theme."""
    own_theme = theme(SMALL, "theme/", newsroom.imprint)
    return {**_settings(SMALL_SETTINGS), **own_theme, **dict(_content(newsroom))}


def real(newsroom: Newsroom) -> dict[str, str]:
    """A site with the project's own theme: every kind of page."""
    own_theme = theme(PROJECT / "theme", "theme/", "")
    base = "theme/templates/base.html"
    own_theme[base] = own_theme[base].replace("</body>", f"<p>{newsroom.imprint}</p>\n</body>")
    return {**_settings(""), **own_theme, **dict(_content(newsroom))}


def _settings(more: str) -> dict[str, str]:
    text = (PROJECT / "pelican.conf.py").read_text("utf-8").replace('SITENAME = "The Brief"', f'SITENAME = "{NAME}"')
    return {"pelican.conf.py": text + more}


def _content(newsroom: Newsroom) -> Iterator[tuple[str, str]]:
    return ((f"content/briefs/{item.published:%Y-%m-%d}-{item.slug}.md", _brief(item)) for item in newsroom.items)


def _brief(item: Item) -> str:
    people = (f"- {{name: {who.name}, role: {who.role}}}" for who in item.speakers)
    quotes = (
        f"- id: q{place}\n  speaker: {who.name}\n  text: {words}"
        for place, (who, words) in enumerate(zip(item.speakers, item.said, strict=True), 1)
    )
    facts = (
        f"title: {json.dumps(item.title)}",
        f"date: {item.published:%Y-%m-%d %H:%M}",
        f"slug: {item.slug}",
        "status: published",
        f"category: {item.section}",
        f"tags: [{', '.join(item.topics)}]",
        f"summary: {item.summary}",
        "people:",
        *people,
        "quotes:",
        *quotes,
        "events:",
        f"- id: e1\n  date: {item.happened}\n  when: on {written(item.happened)}\n  text: {item.event}",
    )
    return "\n".join(["---", *facts, "---", "\n\n".join(item.paragraphs), ""])
