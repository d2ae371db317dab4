"""Open Graph."""

import pytest

from newsbrief import collate
from newsbrief.publish.identity import Identity
from newsbrief.publish.links import Links
from newsbrief.publish.social import metas
from tests.unit.briefs import edition, entry

SITE = Identity("The Brief", "", "en", Links("https://news.example", files=False))


def test_brief_is_an_article() -> None:
    """What ogp.me asks for and no more; X is told what it cannot take from Open Graph."""
    page = collate.site([entry(tags=("Ferry", "Harbour"))], edition()).briefs["briefs/2029-05-04-ferry.md"]
    assert [(one.attribute, one.name, one.content) for one in metas(page, SITE)] == [
        ("property", "og:type", "article"),
        ("property", "og:title", "Ferry returns"),
        ("property", "og:url", "https://news.example/2029/05/04/ferry/"),
        ("name", "twitter:card", "summary"),
    ]


@pytest.mark.parametrize("status", ["review", "retracted", "withdrawn"])
def test_what_is_not_published_is_not_shared(status: str) -> None:
    """Networks are told nothing of it."""
    page = collate.site([entry(status=status)], edition()).briefs["briefs/2029-05-04-ferry.md"]
    assert metas(page, SITE) == ()


def test_page_without_an_address_has_none() -> None:
    """Neither the page for missing ones, nor any page of a preview without SITEURL."""
    assert metas(None, SITE) == ()
    front = collate.site([], edition()).front
    assert metas(front, Identity("The Brief", "", "en", Links("", files=False))) == ()
    assert {one.name: one.content for one in metas(front, SITE)}["og:title"] == "The Brief"


def test_other_pages_name_their_site() -> None:
    """A brief's page is weighed to the byte; the others have room."""
    front = collate.site([], edition()).front
    assert {one.name: one.content for one in metas(front, SITE)}["og:site_name"] == "The Brief"
