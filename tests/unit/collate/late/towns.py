"""Random newsrooms in which hardly two briefs have an event or a quote in common, and chains of late changes to them.

What a few first briefs say, which never change, gives whomever and whatever the others name a page of their own. So
many changes to these are late ones.
"""

from __future__ import annotations

import datetime as dt
from typing import Any, NamedTuple

from hypothesis import strategies as st
from msgspec.structs import replace

from newsbrief.collate import Edition
from newsbrief.model.brief import Brief, BriefEvent, BriefPerson, BriefQuote, Moment
from newsbrief.model.entry import Entry, PersonRule
from newsbrief.model.stories import StoryFile
from tests.unit.collate.late.newsrooms import entry, some

NAMES = ("Tove Lind", "Ann Bo", "Rolf Mo", "Odd Fenn")
THINGS = ("Quay Street", "Harbour Board", "Galeford")
SPEAKERS = ("", *NAMES, *NAMES, "Harbour Board")
ROLES = ("", "", "clerk", "mayor")
TAGS = ("Ferry", "Parade", "Boats", "Quay Street")
STORIES = ("", "", "", "Ferry row", "ferry row", "Parade", "Boats")
DATES = (
    *("2029-05-03", "2029-05-04", "2029-05-20", "2029-06-02", "2028-01-01", "2027-11-30", "2031-04-01"),
    *("2029-05", "2029", "2030", "202X", "2029-05-05/2029-05-07", "2028~", "2029-05-06", "2026-03"),
)
LETTERS = "bcdfghjklmnpqrstvwz"
ALSO = PersonRule("Tove Lind", ("Captain Lind",))
RULES = st.sampled_from([(), (), (ALSO,), (PersonRule("Rolf Mo", page="yes"), ALSO)])
FILES = (StoryFile("parade", "The whole parade", "All about it."), StoryFile("nothing", "Nothing at all", ""))


class Town(NamedTuple):
    """A newsroom, the late changes to it one after another (None: a brief is gone), and for whom it is built."""

    entries: dict[str, Entry]
    steps: tuple[dict[str, Entry | None], ...]
    edition: Edition


def word(number: int) -> str:
    """One of many words of which no two are alike."""
    found = ""
    for vowel in "aeo":
        number, rest = divmod(number, len(LETTERS))
        found += LETTERS[rest] + vowel
    return found


def _words(number: int, count: int) -> str:
    return " ".join(word(count * number + one) for one in range(count))


NUMBERS = st.integers(0, 2000)
DAYS = st.dates(dt.date(2029, 3, 20), dt.date(2029, 5, 9)) | st.dates(dt.date(2028, 6, 1), dt.date(2029, 3, 1))
MOMENTS = st.builds(Moment, DAYS, st.sampled_from([None, None, dt.time(9)]))
PEOPLE = st.lists(
    st.builds(BriefPerson, st.sampled_from(NAMES), st.sampled_from(ROLES)),
    max_size=3,
    unique_by=lambda person: person.name,
)
QUOTES = st.lists(
    st.builds(
        BriefQuote,
        st.just("q"),
        NUMBERS.map(lambda number: (_words(number, 5),)),
        st.sampled_from(SPEAKERS),
        said=st.sampled_from(["", "", "2029-05-03"]),
        occasion=st.sampled_from(["", "on the quay"]),
        lead=st.sampled_from([False, False, True]),
    ),
    max_size=3,
)
EVENTS = st.lists(
    st.builds(
        BriefEvent,
        st.just("e"),
        st.sampled_from(DATES),
        when=st.sampled_from(["", "that day"]),
        text=st.builds(
            lambda name, number: f"{name} {_words(number, 3)}", st.sampled_from([*NAMES, *THINGS, "It"]), NUMBERS
        ),
        claim=st.sampled_from(["", "", "", "q1"]),
        label=st.sampled_from(["", "", "", "A day"]),
        outcome=st.sampled_from(["", "", "", "held"]),
    ),
    max_size=4,
)


def _brief(people: list[BriefPerson], quotes: list[BriefQuote], events: list[BriefEvent], **fields: Any) -> Brief:
    return Brief(
        people=tuple(people),
        quotes=tuple(replace(one, id=f"q{n}") for n, one in enumerate(quotes, 1)),
        events=tuple(replace(one, id=f"e{n}", claim=one.claim if quotes else "") for n, one in enumerate(events, 1)),
        **fields,
    )


BRIEFS = st.builds(
    _brief,
    PEOPLE,
    QUOTES,
    EVENTS,
    title=st.builds(lambda number, tag: f"{tag} {word(number)}", st.integers(0, 60), st.sampled_from(TAGS)),
    date=MOMENTS,
    status=st.sampled_from([*["published"] * 5, "review"]),
    summary=st.builds(lambda number: f"The {word(number)} is here.", st.integers(0, 20)) | st.just(""),
    tags=some(TAGS, 3),
    story=st.sampled_from(STORIES),
    category=st.sampled_from(["", "Town", "Harbour"]),
    organisations=some(("Harbour Board",), 1),
    places=some(("Quay Street", "Galeford")),
    lang=st.sampled_from(["", "", "", "de", "ar"]),
    modified=st.none() | MOMENTS,
    authors=some(("Ann Bo", "The Wire"), 1),
    source=some(("The Wire",), 1),
    link=st.sampled_from(["", "https://wire.example/1"]),
    rights=st.sampled_from(["", "", "own", "excerpt"]),
)
FIELDS = (
    *("title", "date", "status", "summary", "tags", "people", "quotes", "events", "places", "story", "category"),
    *("organisations", "lang", "modified", "rights"),
)
EVENT = "The council of the harbour voted nine to two on the old tide gauge near the north mole"


def _first(number: int) -> Brief:
    """One of three briefs that give everybody and everything a page, and have an event and a quote in common."""
    said = (BriefQuote(f"q{n}", (f"{_words(3000 + n, 5)} {word(number)}",), name) for n, name in enumerate(NAMES, 2))
    return Brief(
        f"First {word(number)}",
        Moment(dt.date(2029, 4, 3 + 2 * number)),
        "published",
        people=tuple(BriefPerson(name, "clerk") for name in NAMES),
        quotes=(BriefQuote("q1", (_words(4000, 6),), "Odd Fenn"), *said),
        events=(
            BriefEvent("e1", "2029-04-02", "", f"Tove Lind said that {EVENT}"),
            BriefEvent("e2", f"2029-04-0{3 + number}", "", f"Ann Bo {_words(5000 + number, 3)}"),
        ),
        organisations=("Harbour Board", "The Wire"),
        places=("Quay Street", "Galeford"),
        tags=TAGS,
        source=("The Wire",),
        authors=("Ann Bo", "The Wire"),
        category="Town",
    )


@st.composite
def towns(draw: st.DrawFn, most: int = 16, longest: int = 4) -> Town:
    """Briefs, and changes to one or two of them at a time."""
    made = [_first(number) for number in range(3)]
    made += draw(st.lists(BRIEFS, min_size=2, max_size=most))
    entries = {one.path: one for one in (entry(number, brief) for number, brief in enumerate(made))}
    steps, now, number = [], dict(entries), len(made)
    for _ in range(draw(st.integers(1, longest))):
        step: dict[str, Entry | None] = {}
        for what in draw(st.lists(st.sampled_from(["new", "gone", "edited", "edited"]), min_size=1, max_size=2)):
            old = sorted(one for one in now if int(one.removeprefix("briefs/b").removesuffix(".md")) > 2)
            path = draw(st.sampled_from(old)) if old else ""
            if what == "new" or not old:
                path, number = f"briefs/b{number}.md", number + 1
                step[path] = replace(entry(number - 1, draw(BRIEFS)), path=path)
            elif what == "gone":
                step[path] = None
            else:
                step[path] = _edited(draw, step.get(path) or now[path])
        steps.append(step)
        now = {path: one for path, one in {**now, **step}.items() if one}
    edition = Edition(dt.datetime(2029, 5, 6, tzinfo=dt.UTC), dt.UTC, people=draw(RULES), stories=FILES, front_briefs=4)
    return Town(entries, tuple(steps), edition)


def _edited(draw: st.DrawFn, old: Entry) -> Entry:
    other = draw(BRIEFS)
    names = draw(st.lists(st.sampled_from(FIELDS), min_size=1, max_size=4))
    brief = replace(old.brief, **{name: getattr(other, name) for name in names})
    ids = {quote.id for quote in brief.quotes}
    events = tuple(replace(one, claim=one.claim if one.claim in ids else "") for one in brief.events)
    return replace(old, brief=replace(brief, events=events))
