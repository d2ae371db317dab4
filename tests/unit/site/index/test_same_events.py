"""Which events are one when editors have a say in it, and lines that cannot be followed."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from msgspec.structs import replace

from newsbrief.model.brief import BriefEvent, BriefPerson, BriefQuote
from newsbrief.model.entry import Entry
from newsbrief.site.index import people, same_events
from newsbrief.site.index.same_events import Checked
from tests.unit.briefs import entry
from tests.unit.site.index.told import facts

WORDS = "Mira Solberg had the stranded trawler towed to the fish quay."
OTHER = "Nobody was hurt."


def telling(name: str, *events: BriefEvent, day: str = "2029-05-04", slug: str = "") -> Entry:
    named = (BriefPerson("Mira Solberg"),)
    return entry(f"briefs/{name}.md", date=day, slug=slug or name, people=named, events=events)


def event(
    number: int = 1, text: str = OTHER, same: str | tuple[str, ...] = (), apart: str = "", date: str = "2029-05-03"
) -> BriefEvent:
    names = (same,) if isinstance(same, str) else same
    return BriefEvent(f"e{number}", date, "", text, same=names, apart=(apart,) if apart else ())


def checked(visible: Iterable[Entry], told: Iterable[Entry] = ()) -> Checked:
    every = facts(visible)
    telling = facts(told) or every
    return same_events.check(every, telling, people.gather(telling, ()))


def together(*visible: Entry, told: Iterable[Entry] = ()) -> list[str]:
    """The groups, each as the names of its tellings."""
    every = facts(visible)
    telling = facts(told) or every
    groups = same_events.find(every, telling, people.gather(telling, ()))
    assert groups == checked(visible, told).groups
    slugs = {one.path: one.slug for one in every}
    return sorted(" ".join(f"{slugs[path]}#{name}" for path, name in group) for group in groups)


@pytest.mark.parametrize(
    ("briefs", "groups"),
    [
        ([telling("a", event()), telling("b", event(same="a#e1"))], ["a#e1 b#e1"]),
        ([telling("a", event(same="b#e1")), telling("b", event())], ["a#e1 b#e1"]),
        ([telling("a", event()), telling("b", event(same="2029-05-04-a#e1"))], ["a#e1 b#e1"]),
        ([telling("a", event()), telling("b", event(date="2029-05", same="a#e1"))], ["a#e1 b#e1"]),
        ([telling("a", event()), telling("b", event(same="a#e1")), telling("c", event(same="b#e1"))],
         ["a#e1 b#e1 c#e1"]),
        ([telling("a", event(), event(2)), telling("b", event(same=("a#e1", "a#e2")))], ["a#e1 a#e2 b#e1"]),
        ([telling("a", event(1, WORDS)), telling("b", event(1, WORDS, apart="a#e1"))], []),
        ([telling("a", event(1, WORDS, apart="b#e1")), telling("b", event(1, WORDS))], []),
        # An event that must stay separate from one stays separate from all that are the same as that one.
        ([telling("a", event(1, WORDS, apart="b#e1")), telling("b", event(1, WORDS)), telling("c", event(same="b#e1"))],
         ["b#e1 c#e1"]),
        ([telling("a", event(1, WORDS)), telling("b", event(1, WORDS, apart="a#e1")), telling("c", event(1, WORDS))],
         ["a#e1 c#e1"]),
        # The event that the line names may have got another id since.
        ([telling("a", event(7, WORDS)), telling("b", event(1, WORDS, apart="a#e1"))], []),
        # Two events of one brief may be two, though they are worded alike.
        ([telling("a", event(1, WORDS), event(2, WORDS)), telling("b", event(1, WORDS))], ["a#e1 b#e1"]),
        ([telling("a", event(1, WORDS), event(2, WORDS))], []),
        ([telling("a", event(1, WORDS), event(2, WORDS, same="a#e1"))], ["a#e1 a#e2"]),
    ],
)  # fmt: skip
def test_lines_of_editors_count_before_words(briefs: list[Entry], groups: list[str]) -> None:
    """`same` brings together whatever the words and the date, `apart` separates whatever the words."""
    assert together(*briefs) == groups
    assert together(*reversed(briefs)) == groups


def test_brief_that_is_not_shown_still_links_those_that_name_it() -> None:
    """Two events that are the same as one of a hidden brief are one; the hidden brief's own words do not count."""
    hidden = telling("hidden", event(1, WORDS, same="c#e1"))
    shown = (
        telling("a", event(same="hidden#e1")),
        telling("b", event(same="hidden#e1")),
        telling("c", event(1, WORDS)),
    )
    assert together(*shown) == ["a#e1 b#e1"]
    assert together(*shown, hidden, told=shown) == ["a#e1 b#e1"]


def test_oldest_brief_comes_first() -> None:
    """The order is that of publication, whatever the names of the files."""
    young, old = telling("a", event(), day="2029-05-06"), telling("b", event(same="a#e1"), day="2029-05-05")
    assert together(young, old) == ["b#e1 a#e1"]


def test_claim_is_not_merged() -> None:
    """What a person is quoted as saying is not merged with another brief's event of the same words."""
    claiming = telling("b", replace(event(1, WORDS), claim="q1"))
    quoted = replace(claiming.brief, quotes=(BriefQuote("q1", (WORDS,), "Ansel Quay"),))
    assert together(telling("a", event(1, WORDS)), replace(claiming, brief=quoted)) == []


TWINS = (telling("2029-05-04-x", event(), slug="x"), telling("2029-05-05-x", event(), day="2029-05-05", slug="x"))
RETRACTED = entry("briefs/r.md", slug="r", status="retracted", events=(event(),))


@pytest.mark.parametrize(
    ("line", "others", "reason"),
    [
        (event(same="z#e1"), (), "no brief has the slug z"),
        (event(apart="z#e1"), (), "no brief has the slug z"),
        (event(same="a#e9"), (telling("a", event(), event(2)),), "that brief has no event e9; it has e1, e2"),
        (event(apart="a#e9"), (telling("a"),), "that brief has no event e9; it has none"),
        (event(same="x#e1"), TWINS, "2 briefs have the slug x; write 2029-05-04-x or 2029-05-05-x before the #"),
        (event(same="b#e1"), (), "that is this event itself"),
        (event(same="a#e1"), (telling("a", event(same="c#e1")), telling("c", event(apart="b#e1"))),
         "other lines keep the two apart; take one of them out"),
        (event(same="a#e1"), (telling("a", event()),), ""),
        (event(apart="a#e1"), (telling("a", event()),), ""),
        (event(same="2029-05-04-x#e1"), TWINS, ""),
        (event(same="r#e1"), (RETRACTED,), ""),
    ],
)  # fmt: skip
def test_line_that_cannot_be_followed_says_why(line: BriefEvent, others: tuple[Entry, ...], reason: str) -> None:
    """The fault names the event below which the line stands; a line that can be followed is no fault."""
    faults = checked((*others, telling("b", line, day="2029-05-06"))).faults
    written = "same" if line.same else "apart"
    expected = [(("briefs/b.md", "e1"), written, reason)] if reason else []
    assert [(fault.line.key, fault.line.field, fault.reason) for fault in faults] == expected


def test_two_events_that_an_editor_told_apart_are_no_doubt() -> None:
    """Without the line there is one doubt; a brief that shares its slug is named with its day."""
    words = "The trawler was towed to the fish quay by the pilot boat."
    others = [telling(f"c{number}", event(1, f"Word{number}.", date="2028")) for number in range(9)]
    older = (telling("2029-05-04-x", event(1, f"{words} Twice."), slug="x"), TWINS[1], *others)
    for line, names in (
        (event(1, f"{words} Again."), ["2029-05-04-x#e1"]),
        (event(1, words, apart="2029-05-04-x#e1"), []),
    ):
        found = checked((*older, telling("b", line, day="2029-05-06")))
        assert [doubt.name for doubt in found.doubts] == names
