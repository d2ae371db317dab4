"""What a person should look at."""

import datetime as dt
from typing import Any

import pytest
from msgspec.structs import replace

from newsbrief import check
from newsbrief.check import Across, Seen, shared_events
from newsbrief.check.facts import facts
from newsbrief.model.article import Photo
from newsbrief.model.brief import BriefEvent, BriefQuote, Note, RawRecord, Review
from newsbrief.model.entry import Entry, Picture
from newsbrief.model.mentions import Mentions, QuoteSpan, Timex
from newsbrief.site.index.people import gather
from tests.unit.briefs import entry

TEXT = "First.\n\nA recent visit went well.\n\n“Nobody knows who said this,” it was heard."
BODY = TEXT.replace("First.", "First *line*.")
QUOTE = QuoteSpan(TEXT.index("“"), TEXT.index("”") + 1, "“Nobody knows who said this,”", 1, "direct")
RECENT = Timex(TEXT.index("recent"), TEXT.index("recent") + 6, "recent", "DATE", "")
SILENT = Photo(file="images/q.jpg")
TOLD = Picture("images/q.jpg", "", 900, 600, "Osla Brandt", "© Tidings")
CHANGED = RawRecord("a.txt", unread=("title", "body"))
WHY = (Note("retraction", "The council never met.", dt.date(2030, 1, 2)),)
SEEN = Seen("content/briefs/a.md", Mentions(), dt.date(2030, 3, 1))


def one(**fields: object) -> Entry:
    made = entry("briefs/a.md", text=TEXT, body=BODY, **fields)
    return replace(made, brief=replace(made.brief, body_line=10))


def found(made: Entry, seen: Seen) -> list[tuple[str, int]]:
    return [(finding.code, finding.line) for finding in check.findings(made, seen)]


@pytest.mark.parametrize(
    ("made", "seen", "expected"),
    [
        (one(), SEEN, []),
        (one(status="review"), SEEN, [("awaits-review", 0)]),
        (one(raw=RawRecord("a.json", killed="Kill"), lines={"status": 3}), SEEN, [("called-back", 3)]),
        (one(status="withdrawn", raw=RawRecord("a.json", killed="Kill")), SEEN, []),
        (one(), replace(SEEN, mentions=Mentions(undated=(RECENT,))), [("undated-event", 12)]),
        (one(), replace(SEEN, mentions=Mentions(quotes=(QUOTE,))), [("unnamed-speaker", 14)]),
        (one(), replace(SEEN, raw_dated=False), [("no-date", 0)]),
        (one(raw=RawRecord("a.txt", "aa")), replace(SEEN, raw_sha256="bb"), [("changed-raw", 0)]),
        (one(reviewed=Review("Bo"), raw=CHANGED, lines={"reviewed": 5}), SEEN, [("changed-since-read", 5)]),
        (one(raw=CHANGED), SEEN, []),
        (one(status="retracted", reviewed=Review("Bo"), raw=CHANGED, notes=WHY), SEEN, []),
        (one(events=(BriefEvent("e1", "2029-06", "", "Due.", line=7),)), SEEN, [("loose-end", 7)]),
        (one(events=(BriefEvent("e1", "2031", "", "Due.", line=7),)), SEEN, []),
        (one(notes=(Note("correction", "It was Friday.", about="q1", line=6),)), SEEN, [("undated-note", 6)]),
        (one(notes=(Note("correction", "It was Friday.", dt.date(2030, 1, 2), line=6),)), SEEN, []),
        (one(status="withdrawn", notes=(Note("update", "It was Friday.", line=6),)), SEEN, []),
        (one(status="retracted", lines={"status": 4}), SEEN, [("no-reason", 4)]),
        (one(status="retracted", notes=(replace(WHY[0], kind="update"),)), SEEN, [("no-reason", 0)]),
        (one(status="retracted", notes=WHY), SEEN, []),
        (one(rights="excerpt", lines={"rights": 4}), SEEN, [("no-link", 4)]),
        (one(rights="excerpt", link="https://news.example/"), SEEN, []),
        (one(rights="licensed"), SEEN, []),
        (one(photo=Photo("Osla Brandt"), lines={"photo": 6}), SEEN, [("photo-rights", 6)]),
        (one(photo=Photo("", "Fair Use"), lines={"photo": 6}), SEEN, [("photo-rights", 6)]),
        (one(photo=Photo("Osla Brandt", "Fair Use")), SEEN, []),
        (one(photo=SILENT), replace(SEEN, picture=TOLD), [("photo-alt", 0)]),
        (one(photo=replace(SILENT, alt="A quay")), replace(SEEN, picture=TOLD), []),
        (one(photo=replace(SILENT, caption="The quay.")), replace(SEEN, picture=TOLD), []),
        (
            one(photo=replace(SILENT, alt="A quay")),
            replace(SEEN, picture=replace(TOLD, rights="")),
            [("photo-rights", 0)],
        ),
        (
            one(photo=Photo("A", "B", file="q.jpg")),
            replace(SEEN, photo_fault="q.jpg is not there"),
            [("photo-file", 0)],
        ),
        (replace(one(), brief=replace(one().brief, body=f"{BODY}\n\n![A quay](q.png)")), SEEN, [("photo-rights", 16)]),
    ],
)
def test_finding_names_its_line(made: Entry, seen: Seen, expected: list[tuple[str, int]]) -> None:
    """Each kind is found with the line of the file to look at, and nothing else is."""
    assert found(made, seen) == expected


LONG = "The ferry was late and nobody on the quay had been told. " * 8


@pytest.mark.parametrize(
    ("fields", "codes"),
    [
        ({"source": ("Ellery Wire", "the Associated Press")}, ["agency-copy"]),
        ({"source": ("AFP",)}, ["agency-copy"]),
        ({"source": ("Ellery Wire",)}, []),
        ({"source": ("Ellery Harbour News Agency",)}, ["agency-copy"]),
        ({"source": ("EHNA",), "dateline": "VARNHOLT"}, ["agency-copy"]),
        ({"source": ("EHNA",)}, []),
        ({"source": ("Ellery Wire",), "dateline": "VARNHOLT"}, []),
        ({"source": ("AFP",), "rights": "licensed"}, []),
        ({"source": ("AFP",), "rights": "own"}, []),
        ({"source": ("AFP",), "rights": "excerpt", "link": "https://news.example/"}, []),
        ({"source": ("AFP",), "status": "retracted", "notes": WHY}, []),
        ({"source": ("AFP",), "silence": {"agency-copy": "we are the agency"}}, []),
        ({"text": f"{LONG}\n\n© 2029 Ellery Wire. All rights reserved."}, ["agency-copy"]),
        ({"source": ("AFP",), "text": "The ferry was late."}, []),
    ],
)
def test_whole_article_of_others_needs_a_word_about_rights(fields: dict[str, Any], codes: list[str]) -> None:
    """A body longer than a summary by an agency, or with a copyright line; not where rights are given."""
    made = entry("briefs/a.md", **{"text": LONG, "body": "Words.", **fields})
    assert [code for code, _ in found(made, SEEN)] == codes


def test_copyright_line_of_the_raw_article_counts_too() -> None:
    """The desk leaves it out of the body; its brief is no less somebody else's."""
    made = replace(entry("briefs/a.md", text=LONG, lines={"title": 2}), raw_tail=("(c) 2029 Ellery Wire",))
    assert found(made, SEEN) == [("agency-copy", 2)]


def test_what_an_excerpt_leaves_out_is_named() -> None:
    """Each long quote with its line."""
    quotes = (BriefQuote("q1", (LONG,), line=7), BriefQuote("q2", ("Late again",), line=9))
    made = entry("briefs/a.md", text=LONG * 9, rights="excerpt", link="https://news.example/", quotes=quotes)
    assert found(made, SEEN) == [("long-excerpt", 7)]


TOWED = "The pilot boat towed the stranded trawler to the fish quay."
FOUND = "By noon the stranded trawler lay at the fish quay."


def two(first: BriefEvent, second: BriefEvent, day: str = "2029-05-06") -> tuple[Entry, Entry]:
    """An older brief and a newer one, with one event each."""
    older = entry("briefs/2029-05-04-a.md", events=(replace(first, line=5),))
    return older, entry("briefs/b.md", date=day, slug="b", events=(replace(second, line=7),))


def together(briefs: tuple[Entry, ...], today: dt.date) -> list[str]:
    """What is found in all of them, as the lines that `newsbrief check` prints."""
    every = facts(briefs)
    events = shared_events.found(briefs, every, gather(every, ()))
    shown = ((one, Seen(f"content/{one.path}", Mentions(), today, across=Across(events=events))) for one in briefs)
    return [f"{row.file}:{row.line}: {row.message} [{row.code}]" for each in shown for row in check.findings(*each)]


def test_two_briefs_that_may_tell_of_one_event_are_asked_about_once() -> None:
    """At the newer one, with the place and the words of the other, and the line to write."""
    briefs = two(BriefEvent("e1", "2029-05-03", "", TOWED), BriefEvent("e4", "2029-05-03", "", FOUND))
    crowd = tuple(entry(f"briefs/c{n}.md", events=(BriefEvent("e1", "2028", "", f"Word{n}."),)) for n in range(9))
    assert together(briefs + crowd, SEEN.today) == [
        'content/briefs/b.md:7: e4 may be what content/briefs/2029-05-04-a.md:5 tells: "The pilot boat towed the '
        'stranded trawler …"; write `same: a#e1` below its id if it is, `apart: a#e1` if it is not [same-event]'
    ]


def test_line_about_an_event_that_is_not_there_is_found() -> None:
    """File and line of the event beside which it stands, and why nobody can follow it."""
    briefs = two(BriefEvent("e1", "2029-05-03"), BriefEvent("e1", "2029-05-03", same=("a#e1", "a#e2"), apart=("c#e1",)))
    assert together(briefs, SEEN.today) == [
        f"content/briefs/b.md:7: {line} [lost-event]"
        for line in (
            "`same: a#e2` of e1 cannot be followed: that brief has no event e2; it has e1",
            "`apart: c#e1` of e1 cannot be followed: no brief has the slug c",
        )
    ]


@pytest.mark.parametrize(
    ("second", "day", "open_ends"),
    [
        (BriefEvent("e1", "2029-06-01", same=("a#e1",)), "2029-05-06", 2),
        (BriefEvent("e1", "2029-06-01", same=("a#e1",), outcome="It was put off."), "2029-05-06", 0),
        (BriefEvent("e1", "2029-06-01", same=("a#e1",)), "2029-06-01", 0),
        (BriefEvent("e1", "2029-06-01"), "2029-06-02", 1),
    ],
)
def test_loose_end_is_closed_by_the_brief_that_tells_what_became_of_it(
    second: BriefEvent, day: str, open_ends: int
) -> None:
    """Another telling of the same event closes it with its outcome, or by being of the day or later."""
    lines = together(two(BriefEvent("e1", "2029-06-01"), second, day), SEEN.today)
    assert [line.rpartition("[")[2] for line in lines] == ["loose-end]"] * open_ends


def test_finding_is_silenced_with_a_reason() -> None:
    """A code in `silence` leaves that kind out for the brief."""
    seen = replace(SEEN, mentions=Mentions(undated=(RECENT,)))
    assert found(one(silence={"undated-event": "nobody knows"}), seen) == []
    assert found(one(silence={"no-date": "other"}), seen) == [("undated-event", 12)]
