"""The facts of briefs for the desk and for `check`: drafts and whole articles count as well."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from msgspec.structs import replace

from newsbrief.model.entry import Entry
from newsbrief.site.facts.extract import facts_of
from newsbrief.site.facts.records import Facts
from newsbrief.site.options import BRIEF_URL


def facts(entries: Iterable[Entry], zone: dt.tzinfo = dt.UTC) -> tuple[Facts, ...]:
    """Return the facts of briefs, newest first. `zone` is the site's.

    Drafts count as if they were in review, and briefs with the rights to an excerpt with all that they say.
    """
    found = (facts_of(_whole(entry), zone, BRIEF_URL) for entry in entries)
    return tuple(sorted(found, key=lambda one: one.age, reverse=True))


def _whole(entry: Entry) -> Entry:
    brief = entry.brief
    if brief.status != "draft" and not brief.rights:
        return entry
    return replace(entry, brief=replace(brief, status="review" if brief.status == "draft" else brief.status, rights=""))
