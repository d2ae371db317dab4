"""Bodies of briefs, on their pages and in feeds."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from newsbrief.model.brief import BriefPerson, BriefQuote
from newsbrief.site.render.brief_body import brief_body, clean_body
from tests.unit.briefs import entry
from tests.unit.site.pages.content_site import site
from tests.unit.site.render.models import models

BODY = "“The tide keeps no calendar,” Mira Solberg said. See [the lock]({filename}lock.md)."
FIELDS: dict[str, Any] = {
    "body": BODY,
    "quotes": (BriefQuote("q1", ("The tide keeps no calendar",), "Mira Solberg"),),
    "people": (BriefPerson("Mira Solberg", "harbour master"),),
}
LOCK = {"briefs/lock.md": "2029/05/01/lock/"}


def test_page_has_marks_and_links_from_where_it_stands(tmp_path: Path) -> None:
    """A quote, its permalink, a person, and the file that the text links to."""
    one = entry(**FIELDS)
    (model,) = models(tmp_path, "brief", one)
    html = brief_body(one, model, site(tmp_path), LOCK)
    assert '<span id="q1">' in html
    for url in ("quotes/2029-05-04-ferry-q1/", "people/mira-solberg/", "2029/05/01/lock/"):
        assert f'href="../../../../{url}"' in html


def test_no_mark_leads_to_pages_that_the_theme_lacks(tmp_path: Path) -> None:
    """The words are marked all the same."""
    one = entry(**FIELDS)
    (model,) = models(tmp_path, "brief", one)
    html = brief_body(one, model, replace(site(tmp_path), has=lambda _: False), LOCK)
    assert '<span id="q1">' in html
    assert "quotes/" not in html
    assert "people/" not in html


def test_feeds_have_whole_addresses_and_no_marks(tmp_path: Path) -> None:
    """The root stands before addresses of the site."""
    html = clean_body(entry(**FIELDS), site(tmp_path), LOCK, "https://tidings.example/")
    assert html == (
        "<p>“The tide keeps no calendar,” Mira Solberg said. See "
        '<a href="https://tidings.example/2029/05/01/lock/" rel="noopener noreferrer">the lock</a>.</p>'
    )


@pytest.mark.parametrize("status", ["retracted", "withdrawn"])
def test_text_that_is_not_published_comes_out_nowhere(tmp_path: Path, status: str) -> None:
    """Neither on the page nor in a feed."""
    one = entry(**FIELDS, status=status)
    (model,) = models(tmp_path, "brief", one)
    made = site(tmp_path)
    assert (brief_body(one, model, made, LOCK), clean_body(one, made, LOCK, "")) == ("", "")
