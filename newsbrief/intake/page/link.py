"""A page's own address, as it gives it."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urldefrag, urljoin, urlsplit

from newsbrief.intake.page.look import Look
from newsbrief.model.address import is_web_address


def link(look: Look, saved: str) -> str:
    """The address that a page calls its own, else the one that it was saved from (`saved`); "" if nothing tells.

    A site's front page is nobody's article: some pages name it by mistake, and it counts only if there is no other.
    """
    found = [url for one in _declared(look) if (url := _whole(one, saved))]
    found += [saved] if saved else []
    return next((url for url in found if not _is_front(url)), next(iter(found), ""))


def _declared(look: Look) -> Iterator[str]:
    for tag in look.soup.find_all("link"):
        if "canonical" in str(tag.get("rel")).lower():
            yield str(tag.get("href") or "")
    yield look.first("og:url")
    for item in look.articles():
        for value in (item.get("mainEntityOfPage"), item.get("url")):
            one = value.get("@id") or value.get("url") if isinstance(value, dict) else value
            if isinstance(one, str):
                yield one


def _whole(address: str, saved: str) -> str:
    """An address made whole, without the place in the page; "" if it leads nowhere on the web."""
    try:
        url = urldefrag(urljoin(saved, address.strip())).url if address.strip() else ""
    except ValueError:
        return ""
    return url if is_web_address(url) else ""


def _is_front(url: str) -> bool:
    parts = urlsplit(url)
    return parts.path in ("", "/") and not parts.query
