"""What networks show of a link to a page."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsbrief.model.brief import BriefQuote
from newsbrief.model.pages import FrontPage
from newsbrief.site.render.identity import Identity
from newsbrief.site.render.links import Links
from newsbrief.site.render.social import metas
from tests.unit.briefs import entry
from tests.unit.site.render.models import models

SITE = Identity("Tidings", "", "en", Links("https://tidings.example", files=False))
QUOTE = BriefQuote("q1", ("The tide keeps no calendar",), "Mira Solberg")


def test_brief_is_an_article(tmp_path: Path) -> None:
    """It has what ogp.me requires and no more."""
    (page,) = models(tmp_path, "brief", entry(tags=("Ferry",)))
    assert [(one.attribute, one.name, one.content) for one in metas(page, SITE)] == [
        ("property", "og:type", "article"),
        ("property", "og:title", "Ferry returns"),
        ("property", "og:url", "https://tidings.example/2029/05/04/ferry/"),
        ("name", "twitter:card", "summary"),
    ]


def test_page_of_a_quote_has_its_title_and_leaves_out_defaults(tmp_path: Path) -> None:
    """Its type is the default, and its address is in the head."""
    (page,) = models(tmp_path, "quote", entry(quotes=(QUOTE,)))
    assert [(one.name, one.content) for one in metas(page, SITE)] == [
        ("og:title", "Mira Solberg: “The tide keeps no calendar”"),
        ("twitter:card", "summary"),
    ]


@pytest.mark.parametrize("status", ["review", "retracted", "withdrawn"])
def test_unpublished_brief_is_not_shared(tmp_path: Path, status: str) -> None:
    """Networks learn nothing of it."""
    (page,) = models(tmp_path, "brief", entry(status=status))
    assert metas(page, SITE) == ()


def test_other_pages_name_their_site() -> None:
    """A preview without an address has no metas, nor has the page for missing addresses."""
    front = FrontPage("", (), (), "")
    assert {one.name: one.content for one in metas(front, SITE)}["og:site_name"] == "Tidings"
    assert metas(front, Identity("Tidings", "", "en", Links("", files=False))) == metas(None, SITE) == ()
