"""On a host's site every link in a brief's body arrives, on whatever page and in whatever feed the body is shown."""

from __future__ import annotations

import posixpath
from urllib.parse import urlsplit
from xml.etree import ElementTree

import pytest

from tests.site.hosting import Host
from tests.site.reading import Page, broken_links, read

ATOM = "{http://www.w3.org/2005/Atom}"
FEEDS = """
THEME = "notmyidea"
THEME_TEMPLATES_OVERRIDES = ["templates"]
FEED_ALL_ATOM = "feeds/all.atom.xml"
FEED_ALL_RSS = "feeds/all.rss.xml"
CATEGORY_FEED_ATOM = "feeds/category/{slug}.atom.xml"
AUTHOR_FEED_ATOM = "feeds/author/{slug}.atom.xml"
AUTHOR_FEED_RSS = "feeds/author/{slug}.rss.xml"
TAG_FEED_ATOM = "feeds/tag/{slug}.atom.xml"
RSS_FEED_SUMMARY_ONLY = False
"""
ADDRESSES = {
    "root": ("", "/"),
    "path": ('SITEURL = "/sub"', "/sub/"),
    "whole": ('SITEURL = "https://log.example/sub"', "/sub/"),
    "relative": ('SITEURL = "https://log.example/sub"\nRELATIVE_URLS = True', "/sub/"),
}
# What the log's own pages lead to.
PELICANS = "See [the pier]({filename}/works/pier.rst).\n"


def built(host: Host, lines: str, more: str = "") -> None:
    """The log in Pelican's own theme, with briefs, our templates beside the settings, and feeds of everything."""
    host.plug_in()
    host.briefs()
    host.templates()
    (host.folder / "theme" / "templates").rename(host.folder / "templates")
    for own in ("base", "index", "article", "page"):
        (host.folder / "templates" / f"{own}.html").unlink()
    brief = host.folder / "content" / "briefs" / "2029-05-04-parade.md"
    brief.write_text(brief.read_text("utf-8") + "\nTove Lind waited. " + PELICANS + more, "utf-8")
    host.set(FEEDS + lines)
    host.menu()
    done = host.build()
    assert done.returncode == 0, done.stderr + done.stdout


def contents(feed: bytes) -> list[str]:
    """The bodies in a feed, as HTML."""
    tree = ElementTree.fromstring(feed)  # noqa: S314  # written here
    return [one.text or "" for tag in (f"{ATOM}content", "description") for one in tree.iter(tag)]


@pytest.mark.parametrize(("lines", "prefix"), ADDRESSES.values(), ids=ADDRESSES)
def test_every_link_of_every_page_arrives(host: Host, lines: str, prefix: str) -> None:
    """Also on front page, categories, tags and authors, where Pelican's theme shows the newest brief in full."""
    built(host, lines)
    files = host.pages()
    pages = read(files)
    shown = {name for name, page in pages.items() if any("quotes/2029-05-04" in link for link in page.links)}
    assert {"parade.html", "tag/rd.html", "author/runa-holm.html", "category/town.html"} <= shown
    assert all(any(link.endswith("/timeline/") for link in page.links) for page in pages.values())
    # Pelican's theme names its feeds by a path from the host's root; where there is a whole address, by that.
    for page in pages.values():
        page.links = [link.removeprefix("https://log.example") for link in page.links]
    broken, count = broken_links(files, prefix, pages=pages)
    assert count > 300
    assert broken == []


@pytest.mark.parametrize(("lines", "prefix"), ADDRESSES.values(), ids=ADDRESSES)
def test_every_link_of_every_feed_arrives(host: Host, lines: str, prefix: str) -> None:
    """They lead where Pelican's own links in the same body do: from the address of the site, whatever the feed's is."""
    built(host, lines)
    files = host.pages()
    feeds = {name: data for name, data in files.items() if name.endswith(".xml")}
    several = {"all.atom.xml", "all.rss.xml", "author/runa-holm.rss.xml", "tag/rd.atom.xml", "category/town.atom.xml"}
    assert {f"feeds/{name}" for name in several} <= set(feeds)
    ours = 0
    for name, data in feeds.items():
        for body in contents(data):
            for link in Page(body).links:
                place = urlsplit(link)
                assert place.path.startswith(prefix), (name, link)
                target = posixpath.join(place.path.removeprefix(prefix), "index.html" if link.endswith("/") else "")
                assert target.rstrip("/") in files, (name, link)
                ours += place.path.startswith((f"{prefix}people/tove-lind/", f"{prefix}quotes/"))
    assert ours >= 10


def test_no_sign_of_ours_is_left(host: Host) -> None:
    """What stands for the site in a body is in nothing that is written, but for the words of a brief that has it."""
    built(host, "", '\nThe words `<a href="{newsbrief}x">` are words.\n')
    said = '&lt;a href="{newsbrief}x"&gt;'
    assert said in host.page("parade.html")
    assert said in host.page("tag/rd.html")
    files = {name: data.decode() for name, data in host.pages().items() if b"{newsbrief}" in data}
    assert {name: text for name, text in files.items() if "{newsbrief}" in text.replace("{newsbrief}x", "")} == {}
