"""Reading and mentions to a brief."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsbrief import extract
from newsbrief.desk import compose
from newsbrief.model.article import Article
from newsbrief.model.brief import Brief, Moment, RawRecord
from newsbrief.model.mentions import QuoteSpan
from tests.effort import examples
from tests.unit.extract.article import PUBLISHED, RULES, seed_mentions, seed_reading

WORDS = [
    "“The",
    "roof",
    "is",
    "safe,”",
    "Angela",
    "Weir",
    "said",
    ".",
    "“",
    "”",
    "he",
    "Oslo",
    "on",
    "Monday",
    "\n\n",
    ",",
]
DAY = Moment(dt.date(2023, 9, 21))


def made(*paragraphs: str, headline: str = "Harbour reopens") -> Brief:
    reading = extract.reading(Article(headline, paragraphs), RULES)
    found = extract.mentions(reading.text, PUBLISHED, RULES)
    return compose.brief(
        reading,
        found,
        raw=RawRecord("a.txt", "0" * 64),
        date=DAY,
        status="review",
        markdown=lambda words, kinds: "\n\n".join(words),
    )


def seed() -> Brief:
    return compose.brief(
        seed_reading(),
        seed_mentions(),
        raw=RawRecord("a.txt", "0" * 64),
        date=DAY,
        status="review",
        markdown=lambda words, kinds: "\n\n".join(words),
    )


def test_seed_quotes() -> None:
    """Two quotes: one whole without the cue's comma, one of two parts whose closing stop stays."""
    first, second = seed().quotes
    assert (first.id, first.speaker, len(first.text)) == ("q1", "Yoon Suk Yeol", 1)
    assert first.text[0].startswith("It is paradoxical that")
    assert first.text[0].endswith("Security Council resolutions")
    assert (second.id, second.speaker) == ("q2", "Yoon Suk Yeol")
    assert second.text[0].startswith("Such a deal")
    assert second.text[0].endswith("Republic of Korea")
    assert second.text[1].endswith("will not stand idly by.")


def test_seed_fields() -> None:
    """Title, people, events, tags and summary are the article's."""
    brief = seed()
    assert brief.title == "South Korean leader warns Russia against weapons collaboration with the North"
    assert [one.name for one in brief.people] == ["Yoon Suk Yeol", "Kim Jong Un", "Vladimir Putin"]
    assert [(one.id, one.date) for one in brief.events] == [("e1", "2023-09-20"), ("e2", "2022"), ("e3", "2023-09")]
    assert {"Russia", "South Korea", "North Korea", "Ukraine"} <= set(brief.tags)
    assert 3 <= len(brief.tags) <= 6
    assert brief.summary in seed_reading().text
    assert brief.raw is not None
    assert (brief.raw.file, brief.raw.sha256, brief.status) == ("a.txt", "0" * 64, "review")


def test_every_quote_stands_in_the_body() -> None:
    """Each part of each quote is found word for word in the body, in order."""
    brief = seed()
    place = 0
    for quote in brief.quotes:
        for part in quote.text:
            place = brief.body.index(part, place)


@pytest.mark.parametrize(
    ("text", "kind", "part"),
    [
        ("“The roof is safe,”", "direct", "The roof is safe"),
        ("“The roof is safe.”", "direct", "The roof is safe."),
        ("“safe at last.”", "mixed", "safe at last"),
        ("“Is it safe?”", "direct", "Is it safe?"),
        ("“Safe…", "direct", "Safe…"),
        ("“He said ‘no,’”", "direct", "He said ‘no,’"),
        ("“", "mixed", ""),
    ],
)
def test_part(text: str, kind: str, part: str) -> None:
    """A part has no marks and no comma of the cue's; a whole sentence keeps its stop."""
    assert compose.part(QuoteSpan(0, len(text), text, 0, kind)) == part


def test_a_quote_has_no_empty_parts() -> None:
    """A paragraph that holds nothing but the mark that ends a quote is no part of it."""
    brief = made("“The roof is safe. The walls are safe.", "” said Angela Weir.")
    assert [quote.text for quote in brief.quotes] == [("The roof is safe. The walls are safe.",)]


def test_unsure_and_short_quotes_stay_in_the_body() -> None:
    """A quote without a sure speaker, or of fewer than four words, is no quote of the brief."""
    brief = made("“The roof is safe again,” officials said.", "Angela Weir called it “a gift.”")
    assert brief.quotes == ()
    assert "“a gift.”" in brief.body


def test_people_need_a_full_name() -> None:
    """A surname alone is nobody's entry."""
    assert made("Mr. Weir left. Mayor Angela Osk stayed.").people[0].name == "Angela Osk"


def test_role_before_a_comma_that_stands_apart() -> None:
    """Where a line was broken before a comma, a role ends with a word all the same."""
    (person,) = made("Angela Osk, who chairs the Ferry Board , met them.").people
    assert (person.name, person.role) == ("Angela Osk", "who chairs the Ferry Board")


def test_tags_need_two_mentions_or_the_headline() -> None:
    """What is named once and not in the headline is no tag."""
    brief = made("Oslo and Lima agreed. Oslo paid, and Quito watched.", headline="Lima rejoices")
    assert brief.tags == ("Oslo", "Lima")


def test_paragraphs_are_escaped_one_by_one() -> None:
    """The body is the escaped paragraphs with an empty line between."""
    reading = extract.reading(Article("Head", ("One *a*.", "Two.")), RULES)
    found = extract.mentions(reading.text, "", RULES)
    brief = compose.brief(
        reading,
        found,
        raw=RawRecord("a", ""),
        date=DAY,
        status="draft",
        markdown=lambda words, kinds: "\n\n".join(words).replace("*", "\\*"),
    )
    assert brief.body == "One \\*a\\*.\n\nTwo."


@settings(derandomize=True, deadline=None, max_examples=examples(60))
@given(st.lists(st.sampled_from(WORDS), max_size=40))
def test_no_invented_words(words: list[str]) -> None:
    """Whatever the text, every fact of the brief stands in it."""
    text = " ".join(words).strip()
    paragraphs = tuple(part.strip() for part in text.split("\n\n") if part.strip())
    if not paragraphs:
        return
    brief = made(*paragraphs)
    for quote in brief.quotes:
        assert all(part in brief.body for part in quote.text)
    for event in brief.events:
        assert event.text in brief.body
        assert event.when in brief.body
    for name in (*brief.places, *brief.organisations, *(one.name for one in brief.people)):
        assert name in brief.body


def test_a_claim_stands_on_a_quote_that_is_kept() -> None:
    """Who says that something happened is named by the quote; what nobody stands for is no event."""
    brief = made(
        "“We opened the pier on Monday,” Angela Weir said. It rained on Tuesday.",
        "“It was built in 1987, they say,” somebody wrote on the wall.",
    )
    assert [(event.id, event.date, event.claim) for event in brief.events] == [
        ("e1", "2023-09-18", "q1"),
        ("e2", "2023-09-19", ""),
    ]
