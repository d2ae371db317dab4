"""The pages that people write into content/pages/: about the site, how it corrects mistakes, and the like."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from markupsafe import Markup
from msgspec import Struct

from newsbrief.site.build.plan import Page
from newsbrief.site.facts.hashing import digest
from newsbrief.site.index.gathering import Index
from newsbrief.site.render.brief_body import own_page_body
from newsbrief.site.render.frame import without_index
from newsbrief.site.render.site import Site
from newsbrief.site.views.resolve import PageViews


class OwnPageModel(Struct, frozen=True):
    """A page as its template knows it, under the names that Pelican's pages have.

    `summary` is HTML. `source_file` is the path below the content folder.
    """

    title: str
    url: str
    slug: str
    lang: str
    status: str
    summary: Markup
    source_file: str


def template(page: Page) -> str:
    """Return the template that the page's metadata name."""
    return str(page.values[1])


def plan(index: Index, site: Site) -> Iterable[Page]:
    """Return the pages. Their values are the path, the template, a digest of what the file says, and link targets."""
    targets = {facts.path: facts.url for facts in index.briefs}
    for path, page in site.own_pages.items():
        linked = tuple((name, url) for name, url in targets.items() if name.rpartition("/")[2] in page.html)
        said = digest(page.html, sorted((name, str(value)) for name, value in page.metadata.items())).hex()
        name = str(page.metadata.get("template") or "page")
        yield Page(page.metadata["save_as"].removesuffix("index.html"), "own_page", (), (path, name, said, linked))


def model(page: Page, _views: PageViews, site: Site) -> OwnPageModel:
    """Return the page."""
    path = page.values[0]
    found = site.own_pages[path].metadata
    return OwnPageModel(
        title=str(found["title"]),
        url=without_index(str(found["url"])),
        slug=str(found.get("slug", "")),
        lang=str(found.get("lang") or site.lang),
        status=str(found["status"]),
        summary=Markup(found.get("summary", "")),  # noqa: S704  # cleaned when it was read
        source_file=path,
    )


def variables(page: Page, _views: PageViews, site: Site, model: OwnPageModel) -> dict[str, Any]:
    """Return the page under Pelican's name for it, and its body."""
    path, _, _, linked = page.values
    addresses = {one: one for one in site.files} | dict(linked)
    addresses |= {name: str(one.metadata["url"]) for name, one in site.own_pages.items()}
    return {"page": model, "body": own_page_body(site.own_pages[path], path, page.url, site, addresses)}
