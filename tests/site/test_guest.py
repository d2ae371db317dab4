"""A site in Pelican's own style, with its own theme and articles, gets briefs beside them and is else left alone."""

from __future__ import annotations

import pytest

from tests.site.hosting import MARKER, Host, open_host
from tests.site.reading import broken_links, read


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Host:
    """The log as Pelican builds it by itself."""
    host = open_host(tmp_path_factory.mktemp("alone") / "site", request.config.rootpath)
    host.set("PLUGINS = []")
    done = host.build(new=True)
    assert done.returncode == 0, done.stderr
    return host


@pytest.fixture(scope="module")
def together(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Host:
    """The log with briefs, and with the templates of the documentation."""
    host = open_host(tmp_path_factory.mktemp("together") / "site", request.config.rootpath)
    host.plug_in()
    host.briefs()
    host.templates()
    done = host.build(new=True)
    assert done.returncode == 0, done.stderr + done.stdout
    return host


def test_without_briefs_nothing_changes(host: Host, alone: Host) -> None:
    """The plugin is there, a folder of briefs is not: the same bytes, and nothing beside the output folder."""
    host.plug_in()
    assert host.build(new=True).returncode == 0
    assert host.pages() == alone.pages()
    assert not (host.folder / ".output.newsbrief").exists()


def test_articles_and_pages_stay_as_they_are(alone: Host, together: Host) -> None:
    """What is no list of articles has the same bytes: reST, Markdown, translations, drafts, pages, static files."""
    lists = {"index.html", "archives.html", "authors.html", "categories.html", "tags.html"}
    lists |= {name for name in alone.pages() if name.startswith(("feeds/", "author/", "tag/", "category/"))}
    before = {name: data for name, data in alone.pages().items() if name not in lists}
    assert {"pier.html", "neap-tide-de.html", "drafts/the-crane.html", "pages/rules.html"} <= set(before)
    assert {"images/quay.png", "robots.txt", "a-fenced-article.html"} <= set(before)
    after = together.pages()
    assert {name for name, data in before.items() if after.get(name) != data} == set()


def test_briefs_stand_in_pelicans_lists(together: Host) -> None:
    """Front page, tags that articles have too, categories, authors and feeds; none of those that wait."""
    assert "parade.html" in together.page("index.html")
    assert together.page("index.html").count("<article>") == 7
    assert "Lantern parade" in together.page("tag/rd.html")
    assert "Spring tide" in together.page("tag/rd.html")
    assert "Lantern parade" in together.page("author/runa-holm.html")
    assert "Lantern parade" in together.page("category/town.html")
    assert "Forty lamps" in together.page("category/briefs.html")
    assert "We carry the lamps" in together.page("feeds/all.atom.xml")


def test_texts_of_briefs_are_escaped_once(together: Host) -> None:
    """The host's templates escape nothing, and what they show is text all the same."""
    for name in ("parade.html", "index.html", "timeline/index.html", "quotes/index.html"):
        page = together.page(name)
        assert "<moves>" not in page
        assert "<first>" not in page
        assert "<this>" not in page
        assert "Lantern parade &lt;moves&gt; inland &amp; up" in page
        assert "&amp;amp;" not in page
        assert "&amp;lt;" not in page


def test_pages_of_ours_are_in_the_hosts_theme(together: Host) -> None:
    """Timeline and quotes have its frame, and all their links arrive; there is no page without a template."""
    timeline, quotes = together.page("timeline/index.html"), together.page("quotes/index.html")
    assert '<a href="/pages/rules.html">Rules</a>' in timeline
    assert "The council met on Thursday." in timeline
    assert "We carry the lamps up the hill &amp; down again" in quotes
    assert "timeline/events.ics" in together.pages()
    assert "“<mark>We carry the lamps" in together.page("quotes/2029-05-04-parade-q1/index.html")
    assert "<title>Tove Lind – Harbour Log</title>" in together.page("people/tove-lind/index.html")
    assert "Tove Lind</a>, the town&#39;s &lt;first&gt; clerk" in together.page("people/index.html")
    folders = {name.partition("/")[0] for name in together.pages() if name.endswith("index.html")}
    assert folders == {"index.html", "timeline", "quotes", "people"}
    assert broken_links(together.pages(), "/")[0] == []


def test_templates_of_articles_know_what_is_a_brief(host: Host) -> None:
    """In a preview one says what is not published, and names the people with their pages; others have no model."""
    host.plug_in()
    host.briefs()
    host.templates()
    host.telling_articles()
    host.set("NEWSBRIEF_PUBLISH = False")
    done = host.build()
    assert done.returncode == 0, done.stderr + done.stdout
    assert '<p><a href="people/tove-lind/">Tove Lind</a>, the town&#39;s &lt;first&gt; clerk</p>' in host.page(
        "parade.html"
    )
    unread = {name for name, data in host.pages().items() if b"Not published yet." in data}
    assert unread == {"review.html"}


def test_what_waits_and_what_is_raw_is_in_no_byte(together: Host) -> None:
    """Drafts, briefs in review, under embargo, withdrawn, retracted; raw articles that Pelican could read; people."""
    files = together.pages()
    assert [name for name, data in files.items() if MARKER in name.lower().encode() + data.lower()] == []
    assert "withdrawn" in together.page("withdrawn.html")
    assert "The gate &lt;was&gt; open." in together.page("wrong.html")
    assert "<title>Retracted: The gate was shut</title>" in together.page("wrong.html")
    assert "withdrawn.html" not in together.page("index.html")


def test_picture_of_a_hidden_brief_is_not_copied(host: Host) -> None:
    """Unless an article of the host's shows it, too."""
    host.plug_in()
    host.briefs()
    for name in ("secret", "quay"):
        (host.folder / "content" / "images" / f"{name}.png").write_bytes(b"x")
    draft = host.folder / "content" / "briefs" / "2029-05-06-draft.md"
    with draft.open("a", encoding="utf-8") as file:
        file.write("\n![]({static}/images/secret.png) ![]({static}/images/quay.png)\n")
    assert host.build().returncode == 0
    assert {name for name in host.pages() if name.startswith("images/")} == {"images/quay.png"}


def test_brief_that_is_taken_back_is_gone(host: Host) -> None:
    """Also from an output folder that had it; another article of the host's is still there."""
    host.plug_in()
    host.briefs()
    assert host.build().returncode == 0
    brief = host.folder / "content" / "briefs" / "2029-05-04-parade.md"
    brief.write_text(brief.read_text("utf-8").replace("status: published", "status: draft"), "utf-8")
    assert host.build().returncode == 0
    assert not [name for name, data in host.pages().items() if b"Lantern parade" in data]
    assert "pier.html" in host.pages()


def test_file_that_is_no_brief_is_named(host: Host) -> None:
    """It may be one that lost its first line, embargo and all: Pelican does not get it, everything else is built."""
    host.plug_in()
    host.briefs()
    lost = "title: Zyxwomarker\ndate: 2029-05-04\nembargo: 2031-01-01\n---\nZyxwomarker\n"
    (host.folder / "content" / "briefs" / "2029-05-04-lost.md").write_text(lost, "utf-8")
    done = host.build()
    assert done.returncode == 1
    assert "content/briefs/2029-05-04-lost.md:1: the file does not begin with front matter" in done.stderr
    assert [name for name, data in host.pages().items() if MARKER in data.lower()] == []
    assert {"pier.html", "parade.html"} <= set(host.pages())


HOSTILE = """---
title: '"><script>alert(1)</script> &lt;script&gt;alert(2)&lt;/script&gt; '' onmouseover=alert(3) x="'
date: 2029-05-04
status: published
category: '"><script>alert(1)</script>'
tags: ['"><script>alert(1)</script>', '" onmouseover="alert(1)']
authors: ['"><img src=x onerror=alert(1)>']
summary: '"><script>alert(1)</script> &lt;img src=x onerror=alert(1)&gt;'
story: '"><script>alert(1)</script>'
people:
- {name: 'Tove "><script>alert(1)</script> Lind', role: '"><script>alert(1)</script>'}
quotes:
- id: q1
  speaker: 'Tove "><script>alert(1)</script> Lind'
  text: We carry the lamps up the hill
events:
- {id: e1, date: 2029-05-03, when: on Thursday, text: The council met on Thursday.}
---
The council met on Thursday. “We carry the lamps up the hill,” she said. [x]({filename}javascript:alert(1))
<img src={static}/images/"onerror=alert(1)//>
"""


@pytest.mark.parametrize("theme", ["", "simple", "notmyidea"])
def test_nothing_active_reaches_the_hosts_pages(host: Host, theme: str) -> None:
    """Themes put texts into attributes, and strip tags from what was escaped; no brief's text becomes markup."""
    host.plug_in()
    if theme:
        host.set(f'THEME = "{theme}"')
    else:
        host.templates()
    (host.folder / "content" / "briefs").mkdir()
    (host.folder / "content" / "briefs" / "2029-05-04-parade.md").write_text(HOSTILE, "utf-8")
    done = host.build()
    assert (done.returncode, done.stderr) == (0, "")
    for name, page in read(host.pages()).items():
        active = [tag for tag, given in page.tags if tag == "script" or any(one.startswith("on") for one in given)]
        assert active == [], name
        assert not [link for link in page.links if link.lower().startswith("javascript:")], name
    assert "alert(1)" in host.page("index.html")
