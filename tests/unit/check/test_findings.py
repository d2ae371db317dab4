"""What a person should look at."""

import datetime as dt
from dataclasses import replace

import pytest

from newsbrief import check
from newsbrief.check import Seen
from newsbrief.model.brief import BriefEvent, RawRecord
from newsbrief.model.entry import Entry
from newsbrief.model.mentions import Mentions, QuoteSpan, Timex
from tests.unit.briefs import entry

TEXT = "First.\n\nA recent visit went well.\n\n“Nobody knows who said this,” it was heard."
BODY = TEXT.replace("First.", "First *line*.")
QUOTE = QuoteSpan(TEXT.index("“"), TEXT.index("”") + 1, "“Nobody knows who said this,”", 1, "direct")
RECENT = Timex(TEXT.index("recent"), TEXT.index("recent") + 6, "recent", "DATE", "")
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
        (one(), replace(SEEN, mentions=Mentions(undated=(RECENT,))), [("undated-event", 12)]),
        (one(), replace(SEEN, mentions=Mentions(quotes=(QUOTE,))), [("unnamed-speaker", 14)]),
        (one(), replace(SEEN, raw_dated=False), [("no-date", 0)]),
        (one(raw=RawRecord("a.txt", "aa")), replace(SEEN, raw_sha256="bb"), [("changed-raw", 0)]),
        (one(events=(BriefEvent("e1", "2029-06", "", "Due.", line=7),)), SEEN, [("loose-end", 7)]),
        (one(events=(BriefEvent("e1", "2031", "", "Due.", line=7),)), SEEN, []),
    ],
)
def test_finding_names_its_line(made: Entry, seen: Seen, expected: list[tuple[str, int]]) -> None:
    """Each kind is found with the line of the file to look at, and nothing else is."""
    assert found(made, seen) == expected


def test_finding_is_silenced_with_a_reason() -> None:
    """A code in `silence` leaves that kind out for the brief."""
    seen = replace(SEEN, mentions=Mentions(undated=(RECENT,)))
    assert found(one(silence={"undated-event": "nobody knows"}), seen) == []
    assert found(one(silence={"no-date": "other"}), seen) == [("undated-event", 12)]
