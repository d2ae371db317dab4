"""Lists: corrections, places and organisations, long ones, and the way to all of them."""

import re

import feedparser

from tests.newsroom import Newsroom
from tests.site.reading import Page, broken_links
from tests.site.test_leaks import brief


def test_everything_is_three_clicks_from_the_front_page(newsroom: Newsroom) -> None:
    """But for old addresses, drafts of pages and the page of missing ones, which nobody links to."""
    fill(newsroom, 130)
    assert newsroom.build("--publish", SITEURL="https://news.example").returncode == 0
    files = newsroom.pages()
    pages = {name: Page(data.decode("utf-8")) for name, data in files.items() if name.endswith("index.html")}
    reached, edge = {"index.html"}, ["index.html"]
    for _ in range(3):
        edge = sorted({to for name in edge for to in _targets(name, pages[name]) if to in pages} - reached)
        reached |= {*edge}
    # The older briefs of a list stand on its older pages, and in the archive's month.
    assert sorted(set(pages) - reached) == []


def test_a_new_brief_touches_few_pages_of_a_long_list(newsroom: Newsroom) -> None:
    """Of a topic's pages only the newest changes."""
    fill(newsroom, 160)
    assert newsroom.build("--publish", SITEURL="https://news.example").returncode == 0
    before = topic_pages(newsroom)
    assert sorted(before) == ["topics/parade/1/index.html", "topics/parade/2/index.html", "topics/parade/index.html"]
    newsroom.brief("2031-01-01-new.md", brief(title="Newest").replace("2029-05-04", "2030-01-01"))
    assert newsroom.build("--publish", SITEURL="https://news.example").returncode == 0
    after = topic_pages(newsroom)
    assert [name for name in after if after[name] != before.get(name)] == ["topics/parade/index.html"]


def test_pages_of_a_long_list_lead_to_one_another(newsroom: Newsroom) -> None:
    """Machines are told the order in the head, people in the text; no link is broken."""
    fill(newsroom, 160)
    assert newsroom.build("--publish", SITEURL="https://news.example/brief").returncode == 0
    page = newsroom.page("topics/parade/1/index.html")
    assert '<link rel="next" href="../../../topics/parade/2/">' in page
    assert 'rel="prev"' not in page
    assert '<link rel="prev" href="../../topics/parade/2/">' in newsroom.page("topics/parade/index.html")
    assert broken_links(newsroom.pages(), "/brief/")[0] == []


def test_feed_of_a_long_topic_has_its_newest(newsroom: Newsroom) -> None:
    """The newest twenty; the feed of all briefs has as many as the setting says."""
    fill(newsroom, 160)
    with (newsroom.folder / "pelican.conf.py").open("a", encoding="utf-8") as settings:
        settings.write("\nNEWSBRIEF_FEED_ITEMS = 140\n")
    assert newsroom.build("--publish", SITEURL="https://news.example").returncode == 0
    entries = feedparser.parse(newsroom.page("feeds/topics/parade.atom.xml")).entries
    assert [entry.title for entry in entries] == [f"Parade number {number}" for number in range(159, 139, -1)]
    assert newsroom.page("feeds/all.atom.xml").count("<entry>") == 140


def test_empty_corrections_say_what_will_stand_there_and_lead_to_the_policy(newsroom: Newsroom) -> None:
    """The policy is the page of that slug."""
    assert newsroom.build().returncode == 0
    assert "will stand here" in Page(newsroom.page("corrections/index.html")).text
    assert "corrections-policy" not in newsroom.page("corrections/index.html")
    policy = newsroom.content / "pages" / "policy.md"
    policy.write_text("Title: How we set things right\nSlug: corrections-policy\n\nWords.\n", "utf-8")
    assert newsroom.build().returncode == 0
    assert 'href="../corrections-policy/">How we set things right' in newsroom.page("corrections/index.html")


def test_lead_quote_stands_on_the_front_page(newsroom: Newsroom) -> None:
    """With its speaker and its brief; without the mark nothing stands there."""
    plain = brief()
    newsroom.brief("2029-05-04-parade.md", plain)
    assert newsroom.build().returncode == 0
    assert "We carry the lamps" not in newsroom.page("index.html")
    newsroom.brief("2029-05-04-parade.md", plain.replace("this year\n", "this year\n  lead: true\n", 1))
    assert newsroom.build().returncode == 0
    assert "“We carry the lamps up the hill this year”" in Page(newsroom.page("index.html")).text


def fill(newsroom: Newsroom, count: int) -> None:
    """Many briefs of one topic, place, section and author, with as many quotes."""
    more = "status: published\ncategory: Town\nauthors: [Staff]\nplaces: [Ellery Hill]\norganisations: [Lamp Club]"
    for number in range(count):
        day = f"20{10 + number // 28:02d}-05-{number % 28 + 1:02d}"
        text = brief(more, f"Parade number {number}").replace("2029-05-04", day).replace("this year", f"{number} times")
        newsroom.brief(f"{day}-parade-{number}.md", text)


def topic_pages(newsroom: Newsroom) -> dict[str, bytes]:
    return {name: data for name, data in newsroom.pages().items() if name.startswith("topics/parade/")}


def _targets(name: str, page: Page) -> set[str]:
    folder = name.removesuffix("index.html").rstrip("/").split("/") if name != "index.html" else []
    found = set()
    for tag, attributes in page.tags:
        link = re.sub("#.*", "", attributes.get("href", "")) if tag == "a" else ""
        parts = [*folder, *link.split("/")]
        path: list[str] = []
        for part in parts:
            path = path[:-1] if part == ".." else [*path, part] if part not in ("", ".") else path
        found.add("/".join([*path, "index.html"]))
    return found
