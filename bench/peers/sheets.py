"""How long lists are parted on every generator's site: as newsbrief does it, and nothing of newsbrief is used.

Fifty entries a page, counted from the oldest; the newest page, at the list's own address, holds up to ninety-nine.
"""

from __future__ import annotations

from collections import Counter

from bench.peers.newsroom import Newsroom

PER_PAGE = 50


def older_pages(entries: int) -> int:
    """How many numbered pages a list of so many entries has."""
    return max(entries // PER_PAGE - 1, 0)


def lists(newsroom: Newsroom) -> dict[tuple[str, str], int]:
    """Every topic and section with how many briefs it has: ("topics", "Ferry")."""
    found: Counter[tuple[str, str]] = Counter()
    for item in newsroom.items:
        found.update(("topics", topic) for topic in item.topics)
        found["sections", item.section] += 1
    return dict(sorted(found.items()))


def slug(name: str) -> str:
    """Names are letters and spaces, so that all generators make the same address of them."""
    return name.lower().replace(" ", "-")
