"""Hugo: YAML front matter; topics, sections and people are taxonomies, years and months are its sections."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from bench.peers.lay import theme
from bench.peers.newsroom import Item, Newsroom
from bench.peers.sheets import lists, older_pages, slug

THEME = Path(__file__).parent.parent / "themes" / "hugo"
OUTPUT = "public"


def site(newsroom: Newsroom) -> dict[str, str]:
    """A whole site. Hugo makes no pages by number, so each numbered page of a list has a file that says so."""
    files = theme(THEME, "", newsroom.imprint)
    return {**files, **dict(_periods(newsroom)), **dict(_sheets(newsroom)), **dict(_content(newsroom))}


def _periods(newsroom: Newsroom) -> Iterator[tuple[str, str]]:
    yield "content/archive/_index.md", "---\ntitle: Archive\ntype: archive\n---\n"
    days = {item.published.date().replace(day=1) for item in newsroom.items}
    for year in sorted({day.year for day in days}):
        yield f"content/{year}/_index.md", f'---\ntitle: "{year}"\ntype: year\n---\n'
    for day in sorted(days):
        yield f"content/{day:%Y/%m}/_index.md", f"---\ntitle: {day:%B %Y}\ntype: month\n---\n"


def _sheets(newsroom: Newsroom) -> Iterator[tuple[str, str]]:
    for (folder, name), count in lists(newsroom).items():
        for number in range(1, older_pages(count) + 1):
            facts = f"title: {name}\ntype: sheet\nof: {folder}\nterm: {slug(name)}\nnumber: {number}"
            yield f"content/{folder}/{slug(name)}/{number}.md", f"---\n{facts}\n---\n"


def _content(newsroom: Newsroom) -> Iterator[tuple[str, str]]:
    return ((f"content/{item.published:%Y/%m/%d}-{item.slug}.md", _brief(item)) for item in newsroom.items)


def _brief(item: Item) -> str:
    facts = (
        f"title: {json.dumps(item.title)}",
        f"date: {item.published:%Y-%m-%dT%H:%M:%SZ}",
        f"url: /{item.url}",
        "type: brief",
        f"sections: [{item.section}]",
        f"topics: [{', '.join(item.topics)}]",
        f"people: [{', '.join(who.name for who in item.speakers)}]",
        f"summary: {item.summary}",
        "speakers:",
        *(f"- {{name: {who.name}, role: {who.role}}}" for who in item.speakers),
    )
    return "\n".join(["---", *facts, "---", "\n\n".join(item.paragraphs), ""])
