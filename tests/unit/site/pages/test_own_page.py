"""Pages that people write: their addresses, and what their links lead to."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from newsbrief.site.build.plan import Page
from newsbrief.site.pages import own_page
from newsbrief.site.render.site import OwnPage
from newsbrief.site.views.resolve import PageViews
from tests.unit.briefs import entry
from tests.unit.site.pages.content_site import index_of, site

OTHERS = [
    Page("", "front"),
    Page("timeline/", "timeline"),
    Page("images/quay.png", "static_file", (), ("images/quay.png",)),
]


def page(html: str = "", save_as: str = "about/index.html", **metadata: Any) -> OwnPage:
    whole = {"title": "About", "status": "published", "url": save_as.removesuffix("index.html"), "save_as": save_as}
    return OwnPage(html, {**whole, **metadata})


@pytest.mark.parametrize(
    ("save_as", "other"),
    [
        ("index.html", "the address / is taken by the site itself"),
        ("Timeline/index.html", "/timeline/ is taken by the site itself"),
        ("404.html", "/404.html is taken by the site itself"),
        ("feeds/all.html", "/feeds/all.html is taken by the site itself"),
        ("about/index.html", "/about/ is taken by pages/a.md"),
    ],
)
def test_a_page_with_the_address_of_another_is_refused(tmp_path: Path, save_as: str, other: str) -> None:
    """Names that differ in capitals only are one; of two own pages the first keeps the address."""
    made = site(tmp_path, fields={"own_pages": {"pages/a.md": page(), "pages/b.md": page(save_as=save_as)}})
    index, _ = index_of([], made)
    planned = list(own_page.plan_last(index, made, OTHERS))
    (refusal,) = own_page.refusals(index, made, [*OTHERS, *planned])
    assert [one.url for one in planned] == ["about/"]
    assert other in str(refusal)
    assert refusal.file == f"{tmp_path.name}/pages/b.md"


@pytest.mark.parametrize(
    ("link", "href"),
    [
        ("{filename}../briefs/2029-05-04-ferry.md#e1", "../2029/05/04/ferry/#e1"),
        ("{static}/images/quay.png", "../images/quay.png"),
        ("{static}/images/other.png", "#"),
        ("{filename}rules.md", "../rules/"),
    ],
)
def test_links_lead_to_briefs_files_and_pages(tmp_path: Path, link: str, href: str) -> None:
    """By paths of the content folder, and only to what the site has."""
    own = {"pages/a.md": page(f'<p><a href="{link}">x</a></p>'), "pages/rules.md": page(save_as="rules/index.html")}
    made = site(tmp_path, fields={"own_pages": own})
    index, views = index_of([entry()], made)
    first, _ = own_page.plan_last(index, made, OTHERS)
    seen = PageViews(first.url, first.shows, views)
    model = own_page.model(first, seen, made)
    assert f'href="{href}"' in own_page.variables(first, seen, made, model)["body"]


def test_the_key_changes_with_what_the_file_says(tmp_path: Path) -> None:
    """Text and metadata alike."""

    def values(one: OwnPage) -> tuple[Any, ...]:
        made = site(tmp_path, fields={"own_pages": {"pages/a.md": one}})
        (planned,) = own_page.plan_last(index_of([], made)[0], made, OTHERS)
        return planned.values

    assert values(page("Words.")) == values(page("Words."))
    assert len({values(page("Words.")), values(page("Other words.")), values(page("Words.", title="Us"))}) == 3
