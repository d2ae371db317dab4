"""Old addresses lead to the new ones."""

import re
from html import unescape
from posixpath import join, normpath

from tests.newsroom import Newsroom
from tests.pictures import drawn, saved
from tests.site.reading import Page, broken_links
from tests.site.test_leaks import brief

NEW = "2029/05/04/parade/index.html"


def test_old_address_is_a_small_page_that_leads_to_the_brief(newsroom: Newsroom) -> None:
    """Without a script and under any prefix: a refresh, a link, the canonical address, and no index of it."""
    newsroom.brief("2029-05-04-parade.md", brief("status: published\naliases: [news/parade.html, /2029/05/03/lamps/]"))
    for options, prefix in ((["--publish"], "https://news.example/brief"), ([], ""), (["--relative-urls"], "")):
        assert newsroom.build(*options, SITEURL=prefix).returncode == 0
        for name in ("news/parade.html", "2029/05/03/lamps/index.html"):
            source = newsroom.page(name)
            refresh = re.search(r'http-equiv="refresh" content="0; url=([^"]*)"', source)
            assert refresh is not None
            (link,) = [attributes["href"] for tag, attributes in Page(source).tags if tag == "a"]
            assert refresh[1] == unescape(link)
            target = normpath(join(name, "..", link))
            assert target == (NEW if "--relative-urls" in options else NEW.removesuffix("/index.html"))
            assert ('rel="canonical"' in source) == bool(prefix)
            assert 'content="noindex"' in source
            assert "Lantern" not in source
    assert broken_links(newsroom.pages(), "/", from_disk=True)[0] == []


def test_old_address_of_a_brief_that_readers_do_not_have_leads_nowhere(newsroom: Newsroom) -> None:
    """A draft's and an embargoed one's is in no build, one in review in none for readers."""
    for name, status in (("a", "draft"), ("b", "published\nembargo: 2031-01-01"), ("c", "review")):
        newsroom.brief(f"2029-05-04-{name}.md", brief(f"status: {status}\naliases: [old-{name}/]"))
    assert newsroom.build("--publish", SITEURL="https://news.example").returncode == 0
    assert not [name for name in newsroom.pages() if name.startswith("old-")]
    assert newsroom.build().returncode == 0
    assert [name for name in newsroom.pages() if name.startswith("old-")] == ["old-c/index.html"]


def test_taken_address_costs_only_the_redirect(newsroom: Newsroom) -> None:
    """The brief is built, the message names file, line and address, and the exit code tells."""
    (newsroom.content / "pages" / "about.md").write_text("Title: About\n\nWords.\n", "utf-8")
    (newsroom.content / "images" / "quay.png").write_bytes(saved("PNG", drawn(60, 40)))
    newsroom.brief("2029-05-04-parade.md", brief("status: published\naliases: [About, images/quay.png/x, old/]"))
    done = newsroom.build()
    assert done.returncode == 1
    assert "content/briefs/2029-05-04-parade.md:5: the old address /About is taken by a page of the site" in done.stderr
    assert "the old address /images/quay.png/x lies in a folder that the site fills itself" in done.stderr
    assert "About" in newsroom.page("about/index.html")
    assert (newsroom.output / NEW).is_file()
    assert (newsroom.output / "old" / "index.html").is_file()
