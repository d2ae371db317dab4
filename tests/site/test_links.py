"""Every link arrives."""

import pytest

from tests.newsroom import Newsroom
from tests.site.reading import broken_links
from tests.site.test_leaks import brief


@pytest.mark.parametrize("prefix", ["/", "/brief/", "/a/b/"])
def test_no_link_is_broken_under_any_prefix(newsroom: Newsroom, prefix: str) -> None:
    """A published site has no broken link wherever it is served, the 404 page included."""
    fill(newsroom)
    done = newsroom.build("--publish", SITEURL=f"https://news.example{prefix}")
    assert done.returncode == 0, done.stderr
    broken, count = broken_links(newsroom.pages(), prefix)
    assert broken == []
    assert count > 100


def test_preview_without_address_has_no_broken_link(newsroom: Newsroom) -> None:
    """`make html` knows no address and still links rightly, under a prefix too."""
    fill(newsroom)
    assert newsroom.build().returncode == 0
    pages = {name: data for name, data in newsroom.pages().items() if name != "404.html"}
    assert broken_links(pages, "/brief/")[0] == []


def test_site_built_for_disk_has_no_broken_link(newsroom: Newsroom) -> None:
    """`make html RELATIVE=1` names index.html in every link."""
    fill(newsroom)
    assert newsroom.build("--relative-urls").returncode == 0
    broken, count = broken_links(newsroom.pages(), "/", from_disk=True)
    assert broken == []
    assert count > 100


def fill(newsroom: Newsroom) -> None:
    """A site with every kind of page and with links of a person's own."""
    (newsroom.content / "pages" / "about.md").write_text("---\ntitle: About\n---\nWords.\n", "utf-8")
    (newsroom.content / "images" / "quay.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>", "utf-8")
    newsroom.brief("2029-05-04-parade.md", brief("status: published\ncategory: Town\nauthors: [Staff]"))
    own = (
        "[the parade]({filename}2029-05-04-parade.md) ![the quay]({static}/images/quay.svg) "
        "[about]({filename}/pages/about.md)"
    )
    newsroom.brief("2029-06-01-more.md", brief(title="More lamps") + f"\n{own}\n")
    newsroom.brief("2029-06-02-back.md", brief("status: retracted", "Taken back"))
    newsroom.brief("2029-06-03-gone.md", brief("status: withdrawn", "Gone"))
