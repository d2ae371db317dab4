"""Which briefs a build may show at all, and which of them may stand in lists.

The one place that decides about status and embargo: a brief that is not `shown` never reaches Pelican.
"""

from __future__ import annotations

from newsbrief.collate.edition import Edition
from newsbrief.model.entry import Entry


def under_embargo(entry: Entry, edition: Edition) -> bool:
    """Whether the brief's time has not come at the build instant."""
    embargo = entry.brief.embargo
    return embargo is not None and edition.now < embargo.at(edition.zone)


def shown(entry: Entry, edition: Edition) -> bool:
    """Whether the brief has a page in this build."""
    return in_time(entry, edition) and not under_embargo(entry, edition)


def in_time(entry: Entry, edition: Edition) -> bool:
    """Whether the brief has a page in such a build, now or when its embargo has ended."""
    status = entry.brief.status
    return status in ("published", "retracted", "withdrawn") or (status == "review" and not edition.publish)


def listed(entry: Entry) -> bool:
    """Whether a shown brief's headline may stand in lists for people; a withdrawn one keeps its address only."""
    return entry.brief.status in ("published", "review", "retracted")


def telling(entry: Entry) -> bool:
    """Whether a shown brief's quotes, events and people count."""
    return entry.brief.status in ("published", "review")
