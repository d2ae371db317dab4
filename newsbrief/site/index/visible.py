"""Which briefs a build shows at all. The only module that decides about status and embargo."""

from __future__ import annotations

from newsbrief.site.facts.records import LISTED, TELLING, Facts
from newsbrief.site.options import BuildOptions


def is_due(facts: Facts, options: BuildOptions) -> bool:
    """Return whether the brief has a page in such a build, now or when its embargo has ended."""
    return facts.status in ("published", "retracted", "withdrawn") or (facts.status == "review" and not options.publish)


def is_under_embargo(facts: Facts, options: BuildOptions) -> bool:
    """Return whether the brief's embargo lasts beyond the build instant."""
    return facts.times.embargo > options.now.timestamp()


def is_shown(facts: Facts, options: BuildOptions) -> bool:
    """Return whether the brief has a page in this build."""
    return is_due(facts, options) and not is_under_embargo(facts, options)


def is_listed(facts: Facts) -> bool:
    """Return whether lists may show a shown brief's headline. A withdrawn brief keeps its address only."""
    return facts.status in LISTED


def is_telling(facts: Facts) -> bool:
    """Return whether a shown brief's quotes, events and people count."""
    return facts.status in TELLING
