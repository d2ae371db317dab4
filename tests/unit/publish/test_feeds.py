"""Feeds."""

import datetime as dt
import json
from typing import Any
from xml.etree import ElementTree

import feedparser
import pytest
from msgspec.structs import replace

from newsbrief import collate
from newsbrief.model.brief import NOTE_KINDS, Note
from newsbrief.model.pages import BriefPage
from newsbrief.publish.feeds import Channel, Item, atom, json_feed, rss
from newsbrief.publish.feeds.entries import Said, of_brief, of_notes, of_person, of_retracted
from tests.unit.briefs import edition, entry

TOLD = (("One.", 2), ("Two, the same day.", 2), ("Three.", 3))
DAY = dt.datetime(2029, 5, 4, tzinfo=dt.UTC)
CHANNEL = Channel(
    "Port News", "From the quay", "https://news.example/", "https://news.example/feeds/all.xml", "en", "Port News"
)
URL = "https://news.example/2029/05/04/ferry/"
ITEM = Item(
    URL, URL, "Ferry <b>& co</b>", "Late <i>again</i> & again", "<p>Body</p>",
    DAY, DAY + dt.timedelta(days=1), ("Staff",), ("Ferry",),
)  # fmt: skip


@pytest.mark.parametrize("form", [atom, rss])
def test_feed_names_absolute_addresses(form: object) -> None:
    """Links and ids of feed and item are absolute."""
    feed = feedparser.parse(form(CHANNEL, [ITEM]))  # type: ignore[operator]
    assert not feed.bozo
    assert feed.feed.link == CHANNEL.url
    assert [(entry.link, entry.id) for entry in feed.entries] == [(ITEM.url, ITEM.url)]


@pytest.mark.parametrize("form", [atom, rss])
def test_plain_text_stays_text(form: object) -> None:
    """A title or summary with angle brackets shows them; it is not read as HTML."""
    xml = form(CHANNEL, [ITEM])  # type: ignore[operator]
    assert "Late &amp;lt;i&amp;gt;again&amp;lt;/i&amp;gt; &amp;amp; again" in xml


@pytest.mark.parametrize("form", [atom, rss])
def test_signs_that_xml_forbids_are_replaced(form: object) -> None:
    """A control character in a headline does not break the feed."""
    item = Item(ITEM.id, ITEM.url, "Bell\x07 rings", "", "", DAY, DAY, (), ())
    feed = feedparser.parse(form(CHANNEL, [item]))  # type: ignore[operator]
    assert not feed.bozo
    assert feed.entries[0].title == "Bell� rings"


def test_feed_is_dated_by_its_newest_item() -> None:
    """By the last change of any, never by the clock."""
    older = replace(ITEM, updated=DAY)
    assert "<updated>2029-05-05T00:00:00+00:00</updated>" in atom(CHANNEL, [older, ITEM, older]).partition("<entry>")[0]
    assert "<lastBuildDate>Sat, 05 May 2029 00:00:00 +0000</lastBuildDate>" in rss(CHANNEL, [older, ITEM, older])


def test_json_feed_has_what_version_1_1_asks_for() -> None:
    """version, title, and for each item id, url, content and dates."""
    feed = json.loads(json_feed(CHANNEL, [ITEM]))
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    (item,) = feed["items"]
    assert item["id"] == item["url"] == ITEM.url
    assert item["date_modified"] == "2029-05-05T00:00:00+00:00"
    assert item["content_html"] == "<p>Body</p>"


@pytest.mark.parametrize("form", [atom, rss])
def test_entry_may_have_another_id_than_its_address(form: object) -> None:
    """Who reads a person's feed beside the site's gets the brief in both; RSS says that the id leads nowhere."""
    item = replace(ITEM, id="https://news.example/people/una-wick/#2029/05/04/ferry/")
    xml = form(CHANNEL, [item])  # type: ignore[operator]
    (entry,) = feedparser.parse(xml).entries
    assert (entry.id, entry.link) == (item.id, item.url)
    assert form is atom or 'isPermaLink="false"' in xml


def test_entry_without_a_byline_is_the_sites() -> None:
    """RFC 4287: an entry has an author, or its feed has one."""
    feed = feedparser.parse(atom(CHANNEL, [replace(ITEM, authors=())]))
    assert feed.feed.author == "Port News"


def notes_of(*notes: Note) -> list[Item]:
    page = collate.site([entry(notes=notes)], edition()).briefs["briefs/2029-05-04-ferry.md"]
    return list(of_notes(page, {"correction": "Correction"}, lambda url: f"https://news.example/{url}", dt.UTC))


def test_notes_keep_their_ids() -> None:
    """A note that is added, on the same day or later, changes the id of no other; what has no day is not told."""
    first, second, third = (Note("correction", text, DAY.date() + dt.timedelta(days=day)) for text, day in TOLD)
    ids = {item.summary: item.id for item in notes_of(first, Note("correction", "Undated."))}
    assert ids == {"One.": "https://news.example/2029/05/04/ferry/#correction-2029-05-06"}
    later = {item.summary: item.id for item in notes_of(first, second, third)}
    assert later.items() >= ids.items()
    assert len(set(later.values())) == len(later) == len(TOLD)


def test_update_is_no_correction() -> None:
    """Only corrections, clarifications and retractions are in the feed of what was set right."""
    notes = [Note(kind, kind, DAY.date()) for kind in NOTE_KINDS]
    assert {item.summary for item in notes_of(*notes)} == {"correction", "clarification", "retraction"}


@pytest.mark.parametrize(("lang", "told"), [("ko", "ko"), ("en", None), ("", None)])
def test_entry_in_another_language_than_the_feed_says_so(lang: str, told: str | None) -> None:
    """By xml:lang in Atom and RSS, by `language` in JSON Feed; one in the feed's own language says nothing."""
    item = replace(ITEM, lang=lang)
    for form, tag in ((atom, "{http://www.w3.org/2005/Atom}entry"), (rss, "item")):
        (entry,) = ElementTree.fromstring(form(CHANNEL, [item])).iter(tag)  # noqa: S314  # it is our own
        assert entry.get("{http://www.w3.org/XML/1998/namespace}lang") == told
    assert json.loads(json_feed(CHANNEL, [item]))["items"][0].get("language") == told


def test_link_of_a_feed_to_itself_has_its_type() -> None:
    """RSS advisers ask for it."""
    root = ElementTree.fromstring(rss(CHANNEL, [ITEM]))  # noqa: S314  # it is our own
    (link,) = root.iter("{http://www.w3.org/2005/Atom}link")
    assert link.attrib == {"rel": "self", "href": CHANNEL.feed_url, "type": "application/rss+xml"}


def test_entries_have_the_language_of_their_brief() -> None:
    """Of the brief, of what a person says in it and of its notes."""
    note = Note("correction", "Four.", dt.date(2029, 5, 5))
    site = collate.site([entry(lang="ko", notes=(note,))], edition())
    page = site.briefs["briefs/2029-05-04-ferry.md"]
    items = [of_brief(page, "", str, Said()), of_person(page, "people/x/", str), *of_notes(page, {}, str, dt.UTC)]
    assert [item.lang for item in items] == ["ko"] * 3


SAID = Said(lambda note: f"{note.kind} of {note.date.iso if note.date else 'no day'}", "Gone: {}".format, "It is gone.")
WRONG = Note("correction", "It was <Friday> & late.", dt.date(2029, 5, 6))


def page_of(**fields: Any) -> BriefPage:
    return collate.site([entry(notes=(WRONG,), **fields)], edition()).briefs["briefs/2029-05-04-ferry.md"]


def test_corrected_brief_says_so_in_its_entry() -> None:
    """Before its text, as on its page; an excerpt, which has no text, keeps its summary beside the note."""
    said = "<p><strong>correction of 2029-05-06:</strong> It was &lt;Friday&gt; &amp; late.</p>"
    item = of_brief(page_of(), "<p>Body</p>", str, SAID)
    assert item.html == f"{said}<p>Body</p>"
    assert item.updated.date() == WRONG.date
    assert of_brief(page_of(summary="Late & again"), "", str, SAID).html == f"{said}<p>Late &amp; again</p>"


def test_retracted_brief_takes_the_place_of_what_readers_have() -> None:
    """Under the same id, with the reason and nothing else of it, so that feed readers show that for the text."""
    was = of_brief(page_of(), "<p>Body</p>", str, SAID)
    told = {"status": "retracted", "summary": "Secret", "tags": ("Secret",), "authors": ("Secret",)}
    item = of_retracted(page_of(**told), str, SAID)
    assert (item.id, item.title, item.updated) == (was.id, "Gone: Ferry returns", was.updated)
    assert item.html.startswith("<p>It is gone.</p><p><strong>correction of 2029-05-06:</strong> It was")
    assert "Secret" not in repr(item)


def test_rss_has_the_notes_beside_the_summary() -> None:
    """It has no text of a brief; with nothing set right its description is the summary as it was."""
    xml = rss(CHANNEL, [replace(ITEM, notes="<p>It was Friday.</p>")])
    assert "<description>&lt;p&gt;It was Friday.&lt;/p&gt;&lt;p&gt;Late &amp;lt;i&amp;gt;again" in xml
    assert "It was Friday" not in atom(CHANNEL, [replace(ITEM, notes="<p>It was Friday.</p>")])
