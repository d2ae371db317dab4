"""Pelican: Markdown with its metadata; who speaks is an author, since that is the name it has lists for.

And once more with front matter in YAML, as everybody else reads it, and the plugin that Pelican's own organisation has
for that: that is the site a newsroom with briefs in this form would have.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

from bench.peers.fetch import YAML
from bench.peers.lay import theme
from bench.peers.newsroom import Item, Newsroom

THEME = Path(__file__).parent.parent / "themes" / "pelican"
OUTPUT, PLUGINS = "output", 'PLUGINS = ["sheets"]'


def site(newsroom: Newsroom) -> dict[str, str]:
    """A whole site: settings, one small plugin for parted lists and neighbours, theme, briefs."""
    return {**theme(THEME, "", newsroom.imprint), **dict(_content(newsroom, _brief))}


def site_with_yaml(newsroom: Newsroom) -> dict[str, str]:
    """The same site of the same briefs, with the plugin beside the settings."""
    files = theme(THEME, "", newsroom.imprint)
    settings = files["pelicanconf.py"].replace(PLUGINS, 'PLUGINS = ["yaml_metadata", "sheets"]')
    plugin = {f"yaml_metadata/{file.name}": file.read_text("utf-8") for file in YAML.glob("*.py")}
    return {**files, **plugin, "pelicanconf.py": settings, **dict(_content(newsroom, _in_yaml))}


def _content(newsroom: Newsroom, written: Callable[[Item], str]) -> Iterator[tuple[str, str]]:
    return ((f"content/briefs/{item.published:%Y-%m-%d}-{item.slug}.md", written(item)) for item in newsroom.items)


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


def _in_yaml(item: Item) -> str:
    facts = (
        f"title: {json.dumps(item.title)}",
        f"date: {item.published:%Y-%m-%d %H:%M}",
        f"slug: {item.slug}",
        f"category: {item.section}",
        f"tags: [{', '.join(item.topics)}]",
        f"authors: [{', '.join(who.name for who in item.speakers)}]",
        f"roles: {'; '.join(who.role for who in item.speakers)}",
        f"summary: {item.summary}",
    )
    return "\n".join(["---", *facts, "---", "\n\n".join(item.paragraphs), ""])
