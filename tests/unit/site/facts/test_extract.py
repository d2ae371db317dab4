"""The facts of a brief."""

from __future__ import annotations

import datetime as dt
from typing import Any
from zoneinfo import ZoneInfo

import msgspec
import pytest

from newsbrief.model.article import Photo
from newsbrief.model.brief import BriefEvent, BriefPerson, BriefQuote, Note, RawRecord
from newsbrief.model.entry import Entry, Picture
from newsbrief.site.facts.extract import event_text, facts_of, runs_of
from newsbrief.site.facts.records import Facts, NameFacts, PersonFacts
from newsbrief.site.options import BRIEF_URL
from tests.unit.briefs import brief, entry, moment

SOLBERG, QUAY, IDA = BriefPerson("Mira Solberg", "harbour master"), BriefPerson("Ansel Quay"), BriefPerson("Ida Quay")
PUBLISHED = "2029-05-04"


def facts(**fields: Any) -> Facts:
    return facts_of(entry(**fields), dt.UTC, BRIEF_URL, ("images/",))


def event(date: str = "2029-05-03", text: str = "It rained.", **fields: Any) -> BriefEvent:
    return BriefEvent("e1", date, "then", text, **fields)


@pytest.mark.parametrize("part", ["path", "url", "slug", "age", "day", "stem"])
def test_brief_is_known_by_path_address_and_age(part: str) -> None:
    """The age sorts briefs by publication."""
    found = facts(date="2029-05-04 06:30:00")
    expected = {
        "path": "briefs/2029-05-04-ferry.md",
        "url": "2029/05/04/ferry/",
        "slug": "ferry",
        "age": "2029-05-04 06:30:00 briefs/2029-05-04-ferry.md",
        "day": "2029-05-04",
        "stem": "2029-05-04-ferry",
    }
    assert getattr(found, part) == expected[part]


def test_people_are_those_of_the_brief_and_then_other_speakers() -> None:
    """A quote knows its speaker by the place among them; one without a speaker has none."""
    said = [
        BriefQuote(f"q{n}", ("Words",), name) for n, name in enumerate(("Bo Lind", "Mira Solberg", "", "Bo Lind"), 1)
    ]
    found = facts(people=(SOLBERG,), quotes=tuple(said))
    assert found.people == (
        PersonFacts("mira-solberg", "Mira Solberg", "harbour master"),
        PersonFacts("bo-lind", "Bo Lind", named=False),
    )
    assert [(quote.number, quote.speaker) for quote in found.quotes] == [(1, 1), (2, 0), (3, -1), (4, 1)]


@pytest.mark.parametrize(
    ("date", "announced", "background"),
    [
        ("2022", False, True),
        ("2029-03-04", False, True),
        ("2029-03-05", False, False),
        ("2029-05-04", False, False),
        ("2029", False, False),
        ("2029-05-05", True, False),
        ("2029-06", True, False),
    ],
)
def test_event_is_told_against_the_day_of_publication(date: str, announced: bool, background: bool) -> None:
    """What is later is announced, what ended more than two months before is background."""
    (found,) = facts(date=PUBLISHED, events=(event(date),)).events
    assert (found.announced, found.background) == (announced, background)


@pytest.mark.parametrize(
    ("clause", "label", "people"),
    [
        ("Solberg opened the lock.", "", [0]),
        ("She opened the lock.", "", []),
        ("She opened the lock.", "Mira Solberg opened it.", [0]),
        ("Mr Quay, the keeper, died.", "Ansel Quay died.", [1]),
        ("Ansel Quay left his boat to Ida Quay.", "", [1, 2]),
        ("The Quay Canning Company closed.", "", []),
        ("The Quay Canning Company closed, Quay said.", "", [1, 2]),
        ("Ida left.", "", []),
    ],
)
def test_event_names_the_people_whom_its_words_name(clause: str, label: str, people: list[int]) -> None:
    """By full name, or by a longer family name that is no company's and no relative's."""
    companies = ("Quay Canning Company", "Solberg")
    (found,) = facts(
        events=(event(text=clause, label=label),), people=(SOLBERG, QUAY, IDA), organisations=companies
    ).events
    assert list(found.people) == people


@pytest.mark.parametrize(
    ("clause", "things"),
    [
        ("Skell lies idle.", [0]),
        ("The Port Trust left Skell.", [0, 1]),
        ("Skellmouth lies idle.", []),
        ("서울에서 열렸다.", [2]),
    ],
)
def test_event_names_places_and_organisations_as_whole_words(clause: str, things: list[int]) -> None:
    """Scripts without capitals put endings to a name."""
    (found,) = facts(events=(event(text=clause),), places=("Skell",), organisations=("Port Trust", "서울")).events
    assert list(found.things) == things


@pytest.mark.parametrize(
    ("label", "speaker", "text"),
    [("", "", "It rained."), ("", "Bo Lind", "Bo Lind: “It rained.”"), ("Rain", "Bo Lind", "Rain")],
)
def test_label_of_an_editor_replaces_the_words_of_the_article(label: str, speaker: str, text: str) -> None:
    """Without one, a claim stands behind the name of whoever makes it."""
    assert event_text(event(label=label), speaker) == text


@pytest.mark.parametrize("status", ["retracted", "withdrawn", "draft"])
def test_brief_that_tells_nothing_has_no_quotes_and_events(status: str) -> None:
    """Its address, headline and notes stay."""
    found = facts(status=status, quotes=(BriefQuote("q1", ("Words",), "Bo Lind"),), events=(event(),))
    assert (found.quotes, found.events, found.url) == ((), (), "2029/05/04/ferry/")


def test_lists_have_keys_and_spellings() -> None:
    """`series` is another word for `story`; without a name there is no story."""
    lists = facts(tags=("North Harbour",), category="Town", unknown={"series": " Pier "}).lists
    assert (lists.topics, lists.section, lists.story) == (
        (NameFacts("north-harbour", "North Harbour"),),
        NameFacts("town", "Town"),
        NameFacts("pier", "Pier"),
    )
    assert facts().lists.story == NameFacts("", "")


def test_times_are_instants() -> None:
    """A day without a zone begins at midnight in the site's zone."""
    one = entry(
        date=PUBLISHED, modified=moment("2029-05-06T10:00:00+00:00"), notes=(Note("update", "x", dt.date(2029, 5, 7)),)
    )
    found = facts_of(one, ZoneInfo("Asia/Seoul"), BRIEF_URL).times
    instants = [dt.datetime.fromtimestamp(at, dt.UTC).isoformat()[:16] for at in (found.published, *found.changes)]
    assert instants == ["2029-05-03T15:00", "2029-05-06T10:00", "2029-05-06T15:00"]
    assert (found.embargo, found.notes[0].day) == (0, "2029-05-07")


def test_links_name_files_and_old_addresses() -> None:
    """The photo is named even where no picture was found."""
    body = "[a]({filename}other.md) ![b]({static}/images/quay.png)"
    whole = brief(body=body, aliases=("old/",), photo=Photo("A", "B", file="images/p.jpg"), raw=RawRecord("raw.txt"))
    links = facts_of(
        Entry("briefs/a.md", whole, picture=Picture("images/p.jpg", "ab", 9, 9)), dt.UTC, BRIEF_URL, ("images/",)
    ).links
    assert (links.aliases, links.photo, links.raw) == (("old/",), "images/p.jpg", "raw.txt")
    assert links.files == ("briefs/other.md", "images/quay.png")
    assert links.names == ("images/quay.png)",)
    assert facts(photo=Photo("A", "B", file="p.jpg")).links.photo == "briefs/p.jpg"


@pytest.mark.parametrize(
    ("fields", "changed"),
    [
        ({"body": "Other words."}, {"text"}),
        ({"summary": "Other."}, {"text", "teaser"}),
        ({"title": "Other"}, {"text", "teaser", "notes", "quote", "event"}),
        ({"lines": {"title": 9}}, set()),
        ({"silence": {"no-link": "known"}}, set()),
        ({"notes": (Note("update", "Other."),)}, {"text", "notes", "event"}),
        ({"status": "review"}, {"text", "teaser", "notes", "quote", "event"}),
    ],
)
def test_digest_of_a_view_changes_with_what_the_view_shows(fields: dict[str, Any], changed: set[str]) -> None:
    """An edit changes the digests of the views that show it; where something stands in the file changes none."""
    common = {
        "body": "Words.",
        "summary": "Sums up.",
        "notes": (Note("update", "Once."),),
        "quotes": (BriefQuote("q1", ("Words",), "Bo Lind"),),
        "events": (event(),),
    }
    before, after = (_digests(facts(**{**common, **more})) for more in ({}, fields))
    assert {name for name in before if before[name] != after[name]} - {"event"} == changed - {"event"}
    assert (before["event"] != after["event"]) >= ("event" in changed and "notes" not in fields)


def _digests(found: Facts) -> dict[str, bytes]:
    own = found.digests
    views = {"text": own.text, "teaser": own.teaser, "notes": own.notes}
    return {**views, "quote": found.quotes[0].digest, "event": found.events[0].digest}


def test_excerpt_has_facts_of_what_may_be_published() -> None:
    """A quote that is too long for an excerpt is in no facts."""
    said = (BriefQuote("q1", ("word " * 60,), "Bo Lind"), BriefQuote("q2", ("Few words",), "Bo Lind"))
    assert [quote.id for quote in facts(rights="excerpt", quotes=said).quotes] == ["q2"]


def test_facts_survive_the_store() -> None:
    """As arrays without field names."""
    found = facts(people=(SOLBERG,), quotes=(BriefQuote("q1", ("Words of mine here",), "Bo Lind"),), events=(event(),))
    assert msgspec.msgpack.decode(msgspec.msgpack.encode(found), type=Facts) == found


@pytest.mark.parametrize(
    ("parts", "runs"),
    [
        (("The tide keeps, no", "Calendar"), ["the tide keeps no", "tide keeps no calendar"]),
        (("Three words only",), []),
    ],
)
def test_runs_are_four_words_without_case_and_punctuation(parts: tuple[str, ...], runs: list[str]) -> None:
    """They go on over the parts of a quote."""
    assert runs_of(parts) == runs
