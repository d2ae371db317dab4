"""Addresses as they stand in a page: relative to it, so that a site works under any prefix and from a folder."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlsplit

from msgspec import Struct

NOT_FOUND = "404.html"


def place_of(page: str) -> str:
    """What of a page's file its links depend on: the way up to the site's root; or that it stands in for any page."""
    return page if page == NOT_FOUND else "../" * page.count("/")


def file_of(url: str) -> str:
    """The file of an address: most are folders; an old one may be a page's file."""
    return f"{url}index.html" if not url or url.endswith("/") else url


def root_of(siteurl: str) -> Callable[[str], str]:
    """Addresses of this site, absolute."""
    return lambda url: f"{siteurl}/{url}"


class Links(Struct, frozen=True):
    """`siteurl` is absolute, without a slash at its end, or "".

    `files`: links name index.html, for a site that is read from disk.
    """

    siteurl: str
    files: bool

    def href(self, page: str, url: str) -> str:
        """The link from a page's file ("quotes/index.html") to a site-relative address ("timeline/#y2023")."""
        path, mark, anchor = url.partition("#")
        target = path
        if self.files and (not path or path.endswith("/")):
            target = f"{path}index.html"
        # A page that stands in for any missing one cannot know how deep it is read: it names the whole path.
        if page == NOT_FOUND and not self.files:
            return f"{urlsplit(self.siteurl).path}/{target}{mark}{anchor}"
        # What stands before a colon in the first part of an address is a scheme, and "//" begins another host.
        up = self.root(page) or ("./" if ":" in target.partition("/")[0] else "")
        return f"{up}{target.lstrip('/')}{mark}{anchor}" or "./"

    def root(self, page: str) -> str:
        """The way from a page's file up to the site's root: "", "../", "../../" and so on."""
        return "../" * page.count("/")

    def canonical(self, url: str) -> str:
        """The absolute address, or "" while the site's own is not known."""
        return f"{self.siteurl}/{url}" if self.siteurl else ""
