"""The pages that people write into content/pages/: about the site, how it corrects mistakes, and the like."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from markupsafe import Markup
from msgspec import Struct

from newsbrief.model.refusal import Refusal
from newsbrief.site.build.plan import Page
from newsbrief.site.facts.hashing import digest
from newsbrief.site.index.gathering import Index
from newsbrief.site.pages import urls_of
from newsbrief.site.pages.moved import OURS
from newsbrief.site.render.brief_body import own_page_body
from newsbrief.site.render.frame import without_index
from newsbrief.site.render.links import NOT_FOUND
from newsbrief.site.render.site import OwnPage, Site
from newsbrief.site.static.selection import file_links
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


def plan_last(index: Index, site: Site, pages: Sequence[Page]) -> Iterable[Page]:
    """Return the pages whose addresses no other page has.

    Their values are the path, the template, a digest of what the file says, (path, address) of the files that it links
    to, and whether the page is hidden: it exists, and no other page leads to it.
    """
    addresses = _addresses(index, site, pages) if site.own_pages else {}
    for url, path, page, other in _claims(site, pages):
        if not other:
            said = digest(page.html, sorted((name, str(value)) for name, value in page.metadata.items())).hex()
            linked = tuple((one, addresses[one]) for one in file_links(path, page.html) if one in addresses)
            name = str(page.metadata.get("template") or "page")
            yield Page(url, "own_page", (), (path, name, said, linked, page.metadata["status"] == "hidden"))


def refusals(_index: Index, site: Site, pages: Sequence[Page]) -> Iterable[Refusal]:
    """Say which pages have the address of another page."""
    others = [page for page in pages if page.kind not in ("own_page", "moved")]
    for url, path, _, other in _claims(site, others) if site.own_pages else ():
        if other:
            reason = f"the address /{url.casefold()} is taken by {other}; give this page another `slug`"
            yield Refusal(f"{site.content.name}/{path}", 0, reason)


def _claims(site: Site, others: Sequence[Page]) -> Iterator[tuple[str, str, OwnPage, str]]:
    """Yield the address of each page, its path, the page, and which page has that address already, or ""."""
    every = (url for page in others for url in urls_of(page)) if site.own_pages else ()
    held = {url.casefold(): "the site itself" for url in every}
    for path, page in site.own_pages.items():
        url = page.metadata["save_as"].removesuffix("index.html")
        # Some disks take two names for one that differ in capitals only.
        same = url.casefold()
        taken = "the site itself" if same.startswith(OURS) or same == NOT_FOUND else held.setdefault(same, path)
        yield url, path, page, taken if taken != path else ""


def _addresses(index: Index, site: Site, pages: Sequence[Page]) -> Mapping[str, str]:
    """Return the addresses of briefs, of copied files and of these pages by paths below the content folder."""
    briefs = {facts.path: facts.url for facts in index.briefs}
    form = str(site.settings["STATIC_URL"])
    files = {page.values[0]: form.format(path=page.values[0]) for page in pages if page.kind == "static_file"}
    own = {path: without_index(str(page.metadata["url"])) for path, page in site.own_pages.items()}
    return {**briefs, **files, **own}


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
    path, _, _, linked, _ = page.values
    return {"page": model, "body": own_page_body(site.own_pages[path], path, page.url, site, dict(linked))}
