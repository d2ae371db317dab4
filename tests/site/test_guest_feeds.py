"""In a host's feeds the names of a brief are escaped as those of the host's own articles are: once."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

from tests.site.hosting import Host

ATOM = "{http://www.w3.org/2005/Atom}"
# What an article of Pelican's and a brief say, in the front matter of each.
NAMES = "Jonas O'Hara & Sons", "Sea & <Sky>", 'Ships & "Boats"'
ARTICLE = "Title: Names & more\nDate: 2029-05-09\nCategory: {2}\nAuthor: {0}\nTags: {1}\nSummary: Short\n\nWords.\n"
BRIEF = """---
title: Names & more
date: 2029-05-09
status: published
category: '{2}'
authors: ["{0}"]
tags: ['{1}']
summary: Short
---
Words.
"""
SETTINGS = 'FEED_ALL_ATOM = "feeds/all.atom.xml"\nFEED_ALL_RSS = "feeds/all.rss.xml"\nARTICLE_URL = "{slug}.html"\n'


def names(feed: str) -> list[str]:
    """Title, authors and categories of the entry in question."""
    tree = ElementTree.fromstring(feed)  # noqa: S314  # it is our own
    for entry in (*tree.iter(f"{ATOM}entry"), *tree.iter("item")):
        parts = [part for part in entry.iter() if part.tag.removeprefix(ATOM) in ("title", "name", "category")]
        found = [part.get("term") or part.text or "" for part in parts]
        if "Names & more" in found:
            return found
    raise AssertionError(feed)


@pytest.mark.parametrize("feed", ["feeds/all.atom.xml", "feeds/all.rss.xml"])
def test_names_in_feeds_are_those_of_an_article(host: Host, feed: str) -> None:
    """The same names in an article of the host's and in a brief give the same lines of the feed."""
    host.plug_in()
    host.briefs()
    host.set(SETTINGS)
    article = host.folder / "content" / "works" / "names.md"
    article.write_text(ARTICLE.format(*NAMES), "utf-8")
    assert host.build().returncode == 0
    theirs = names(host.page(feed))
    article.unlink()
    (host.folder / "content" / "briefs" / "2029-05-09-names.md").write_text(BRIEF.format(*NAMES), "utf-8")
    assert host.build().returncode == 0
    ours = names(host.page(feed))
    assert set(NAMES[1:]) <= set(theirs)
    assert ours == theirs
    page = host.page("names.html")
    assert "Jonas O&#39;Hara &amp; Sons" in page
    assert "Sea &amp; &lt;Sky&gt;" in page
