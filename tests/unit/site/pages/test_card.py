"""Cards: which pages have one, and that a page names the file that is there."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from newsbrief.model.entry import Entry
from newsbrief.site.pages import brief, card, story
from newsbrief.site.render.cards import cards
from newsbrief.site.views.resolve import PageViews
from tests.unit.briefs import entry
from tests.unit.site.pages.content_site import index_of, site, written

ADDRESS = "https://tidings.example"
FERRY = "2029/05/04/ferry/"


def urls(content: Path, *entries: Entry, **settings: Any) -> set[str]:
    made = site(content, **{"siteurl": ADDRESS, **settings})
    return {page.url.removeprefix("cards/of/") for page in card.plan(index_of(entries, made)[0], made)}


def test_published_briefs_and_stories_have_cards(tmp_path: Path) -> None:
    """And so has the site. A brief in review, and a story without a published brief, share the site's."""
    review = entry("briefs/2029-05-05-boat.md", status="review", story="The boat")
    assert urls(tmp_path, entry(story="The lock"), review) == {"", FERRY, "stories/the-lock/"}


@pytest.mark.parametrize("settings", [{"siteurl": ""}, {"NEWSBRIEF_CARDS": False}])
def test_no_cards_are_drawn_for_a_site_that_names_none(tmp_path: Path, settings: dict[str, Any]) -> None:
    """Networks need whole addresses, and a newsroom may do without cards."""
    assert urls(tmp_path, entry(), **settings) == set()


def test_pages_name_the_files_that_are_there(tmp_path: Path) -> None:
    """Briefs with a story, a section or a topic, a headline that no typeface has, a story, and any other page."""
    made = site(tmp_path, ADDRESS)
    entries = (
        entry(story="The lock", category="Sea"),
        entry("briefs/b.md", title="Nets", category="Sea", tags=("Nets",)),
        entry("briefs/c.md", title="Fish", tags=("Nets",)),
        entry("briefs/d.md", title="\U00013000", slug="strange"),
    )
    index, views = index_of(entries, made)
    files = written(card, list(card.plan(index, made)), views, made)
    kinds: tuple[Any, ...] = (brief, story)
    models = [
        kind.model(page, PageViews(page.url, page.shows, views), made)
        for kind in kinds
        for page in kind.plan(index, made)
    ]
    drawing = cards(made.settings, made.words)
    named = [drawing.picture(model) for model in (None, *models)]
    assert {picture.url for picture in named if picture} == files.keys()
    assert len(files) == 5
    assert Image.open(io.BytesIO(next(iter(files.values())))).size == (1200, 630)


def test_the_key_changes_with_colours_and_names(tmp_path: Path) -> None:
    """A card is drawn again when the theme's colours or the site's name do."""
    style = tmp_path / "theme" / "static" / "css"
    style.mkdir(parents=True)

    def look(colour: str, name: str) -> str:
        (style / "tokens.css").write_text(f":root {{ --paper: {colour}; }}", "utf-8")
        made = site(tmp_path, ADDRESS, THEME=str(tmp_path / "theme"), SITENAME=name)
        return str(next(iter(card.plan(index_of([], made)[0], made))).values[-1])

    assert look("#fff", "Tidings") == look("#fff", "Tidings")
    assert len({look("#fff", "Tidings"), look("#eee", "Tidings"), look("#fff", "News")}) == 3
