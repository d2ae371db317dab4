"""Page models of a few briefs, for tests of what is made of them."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import Any

from newsbrief.model.entry import Entry
from newsbrief.site import pages
from newsbrief.site.views.resolve import PageViews
from tests.unit.site.pages.content_site import index_of, site


def models(content: Path, kind: str, *entries: Entry) -> list[Any]:
    """The models of all pages of a kind ("brief"), in the order of the plan."""
    plan = import_module(f"newsbrief.site.pages.{kind}").plan
    made = site(content)
    index, views = index_of(entries, made)
    every = (pages.models_of(page, PageViews(page.url, page.shows, views), made) for page in plan(index, made))
    return [model for of_it in every for _, model in of_it]
