"""What all pages have in common."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from newsbrief.model.views import Link
from newsbrief.site.build.plan import Page
from newsbrief.site.render.frame import Frame, frame_of
from newsbrief.site.render.site import OwnPage
from tests.unit.site.pages.content_site import site

ATOM = Link("All briefs", "feeds/all.atom.xml", "application/atom+xml")
FERRY = Link("Ferry", "feeds/topics/ferry.atom.xml", "application/atom+xml")
PAGES = (
    Page("topics/", "list_index"),
    Page("feeds/all", "feed", (), ("", (ATOM,))),
    Page("feeds/topics/ferry", "feed", (), ("topics/ferry/", (FERRY,))),
)


def own(title: str, url: str, status: str = "published") -> OwnPage:
    return OwnPage("", {"title": title, "url": url, "status": status})


def frame(content: Path, pages: Mapping[str, OwnPage] = {}, **settings: Any) -> Frame:
    own_pages = tuple(Page(page.metadata["url"], "own_page", (), (path,)) for path, page in pages.items())
    return frame_of(site(content, fields={"own_pages": pages}, **settings), PAGES + own_pages)


def test_footer_has_lists_own_pages_and_feeds(tmp_path: Path) -> None:
    """Lists that have no page are left out, and so are hidden pages; pages stand in the order of their files' names."""
    pages = {
        "pages/b.md": own("How we correct", "corrections-policy/index.html"),
        "pages/deep/a.md": own("About", "about/"),
        "pages/c.md": own("Hidden", "hidden/", "hidden"),
    }
    made = frame(tmp_path, pages)
    assert [link.url for link in made.footer] == [
        *("topics/", "archive/", "corrections/", "about/", "corrections-policy/", "feeds/all.atom.xml")
    ]
    assert made.policy == Link("How we correct", "corrections-policy/")


def test_page_has_its_own_feeds(tmp_path: Path) -> None:
    """The front page has none besides the site's."""
    made = frame(tmp_path)
    found = [made.feeds_of(SimpleNamespace(url=url)) for url in ("topics/ferry/", "", "people/a/")]
    assert (found, made.feeds) == ([(FERRY,), (), ()], (ATOM,))


def test_report_names_the_page(tmp_path: Path) -> None:
    """Without the site's name, and without an address for the page of missing ones."""
    made = frame(tmp_path, siteurl="https://tidings.example", NEWSBRIEF_REPORT="desk@tidings.example")
    address = "https%3A%2F%2Ftidings.example%2Fabout%2F"
    assert made.report("Fish &amp; nets · Tidings", "about/index.html").endswith(
        f"?subject=Fish%20%26%20nets&body={address}%0D%0A"
    )
    assert "body" not in made.report("Page not found · Tidings", "404.html")


@pytest.mark.parametrize(
    "changed",
    [
        {"siteurl": "https://tidings.example"},
        {"publish": True},
        {"NEWSBRIEF_CSP": "default-src 'none'"},
        {"NEWSBRIEF_REPORT": "desk@tidings.example"},
        {"pages": {"pages/a.md": own("About", "about/")}},
    ],
)
def test_digest_changes_with_what_pages_show(tmp_path: Path, changed: dict[str, Any]) -> None:
    """Two frames of the same values have the same digest."""
    assert frame(tmp_path).digest == frame(tmp_path).digest != frame(tmp_path, **changed).digest


def test_digest_covers_translations(tmp_path: Path) -> None:
    """A changed word may stand on any page."""
    found = []
    for word in ("Themen", "Sachen"):
        file = tmp_path / "words" / "en" / "newsbrief.po"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f'msgid "Topics"\nmsgstr "{word}"\n', "utf-8")
        found.append(frame(tmp_path, NEWSBRIEF_TRANSLATIONS=[str(tmp_path / "words")]).digest)
    assert found[0] != found[1]
