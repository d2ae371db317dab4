"""Which events are one when people have a say in it, and what becomes of lines that cannot be followed."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from msgspec.structs import replace

from newsbrief.collate import same_event
from newsbrief.collate.people import gather
from newsbrief.model.brief import BriefEvent, BriefPerson, BriefQuote
from newsbrief.model.entry import Entry
from tests.unit.briefs import entry

WORDS = "Mira Solberg had the stranded trawler towed to the fish quay."
OTHER = "Nobody was hurt."


def telling(brief: str, *events: BriefEvent, day: str = "2029-05-04", slug: str = "") -> Entry:
    people = (BriefPerson("Mira Solberg"),)
    return entry(f"briefs/{brief}.md", date=day, slug=slug or brief, people=people, events=events)


def event(
    number: int = 1, text: str = OTHER, same: object = (), apart: object = (), date: str = "2029-05-03"
) -> BriefEvent:
    names = [(name,) if isinstance(name, str) else name for name in (same, apart)]
    return BriefEvent(f"e{number}", date, "", text, same=names[0], apart=names[1], line=number)  # type: ignore[arg-type]


def together(*briefs: Entry, told: Iterable[Entry] = ()) -> list[str]:
    """The groups, each as the names of its tellings."""
    found = same_event.found(briefs, tuple(told) or briefs, gather(briefs, ()))
    groups = {tuple(f"{one.entry.brief.slug}#{one.event.id}" for one in group) for group in found.groups.values()}
    return sorted(" ".join(group) for group in groups)


@pytest.mark.parametrize(
    ("briefs", "groups"),
    [
        ([telling("a", event()), telling("b", event(same="a#e1"))], ["a#e1 b#e1"]),
        ([telling("a", event(same="b#e1")), telling("b", event())], ["a#e1 b#e1"]),
        ([telling("a", event()), telling("b", event(same="2029-05-04-a#e1"))], ["a#e1 b#e1"]),
        ([telling("a", event()), telling("b", event(date="2029-05", same="a#e1"))], ["a#e1 b#e1"]),
        (
            [telling("a", event()), telling("b", event(same="a#e1")), telling("c", event(same="b#e1"))],
            ["a#e1 b#e1 c#e1"],
        ),
        ([telling("a", event(), event(2)), telling("b", event(same=("a#e1", "a#e2")))], ["a#e1 a#e2 b#e1"]),
        ([telling("a", event(1, WORDS)), telling("b", event(1, WORDS, apart="a#e1"))], []),
        ([telling("a", event(1, WORDS, apart="b#e1")), telling("b", event(1, WORDS))], []),
        # what is kept apart from one is kept apart from everything that is one with it
        (
            [
                telling("a", event(1, WORDS, apart="b#e1")),
                telling("b", event(1, WORDS)),
                telling("c", event(same="b#e1")),
            ],
            ["b#e1 c#e1"],
        ),
        (
            [telling("a", event(1, WORDS)), telling("b", event(1, WORDS, apart="a#e1")), telling("c", event(1, WORDS))],
            ["a#e1 c#e1"],
        ),
        # an event that got another id since is still kept apart from its brief's
        ([telling("a", event(7, WORDS)), telling("b", event(1, WORDS, apart="a#e1"))], []),
        # what one brief tells twice may be two events
        ([telling("a", event(1, WORDS), event(2, WORDS)), telling("b", event(1, WORDS))], ["a#e1 b#e1"]),
        ([telling("a", event(1, WORDS), event(2, WORDS))], []),
        ([telling("a", event(1, WORDS), event(2, WORDS, same="a#e1"))], ["a#e1 a#e2"]),
    ],
)  # fmt: skip
def test_a_person_s_word_goes_before_the_machine_s(briefs: list[Entry], groups: list[str]) -> None:
    """`same` brings together whatever the words and the date, `apart` keeps apart whatever the machine thinks."""
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
    """The order is that of publication, whatever the files are called."""
    young, old = telling("a", event(), day="2029-05-06"), telling("b", event(same="a#e1"), day="2029-05-05")
    assert together(young, old) == ["b#e1 a#e1"]


TWINS = (telling("2029-05-04-x", event(), slug="x"), telling("2029-05-05-x", event(), day="2029-05-05", slug="x"))


@pytest.mark.parametrize(
    ("line", "others", "reason"),
    [
        (event(same="z#e1"), (), "no brief has the slug z"),
        (event(apart="z#e1"), (), "no brief has the slug z"),
        (event(same="a#e9"), (telling("a", event(), event(2)),), "that brief has no event e9; it has e1, e2"),
        (event(apart="a#e9"), (telling("a"),), "that brief has no event e9; it has none"),
        (event(same="x#e1"), TWINS, "2 briefs have the slug x; write 2029-05-04-x or 2029-05-05-x before the #"),
        (event(same="b#e1"), (), "that is this event itself"),
        (
            event(same="a#e1"),
            (telling("a", event(same="c#e1")), telling("c", event(apart="b#e1"))),
            "other lines keep the two apart; take one of them out",
        ),
    ],
)
def test_line_that_cannot_be_followed_says_why(line: BriefEvent, others: tuple[Entry, ...], reason: str) -> None:
    """The fault names the event beside which the line stands, and the event stands by itself."""
    brief = telling("b", line, day="2029-05-06")
    briefs = (*others, brief)
    faults = same_event.found(briefs, briefs, gather(briefs, ())).faults
    assert [(fault.telling.event.line, fault.field, fault.reason) for fault in faults[brief.path]] == [
        (1, "same" if line.same else "apart", reason)
    ]
    assert not any("b#e1" in group for group in together(*briefs))


@pytest.mark.parametrize(
    "line", [event(same="a#e1"), event(apart="a#e1"), event(same="2029-05-04-x#e1"), event(apart="2029-05-05-x#e1")]
)
def test_line_that_can_be_followed_is_no_fault(line: BriefEvent) -> None:
    """A slug, or a day and a slug, of a brief that is there."""
    briefs = (*TWINS, telling("a", event()), telling("b", line))
    assert same_event.found(briefs, briefs, gather(briefs, ())).faults == {}


def test_two_events_that_a_person_told_apart_are_not_asked_about() -> None:
    """Without the line somebody is asked, once; a brief whose slug is another's too is named with its day."""
    words = "The trawler was towed to the fish quay by the pilot boat."
    crowd = [telling(f"c{number}", event(1, f"Word{number}.", date="2028")) for number in range(9)]
    asking = (telling("2029-05-04-x", event(1, f"{words} Twice."), slug="x"), TWINS[1], *crowd)
    for line, asked in (
        (event(1, f"{words} Again."), ["2029-05-04-x#e1"]),
        (event(1, words, apart="2029-05-04-x#e1"), []),
    ):
        briefs = (*asking, telling("b", line, day="2029-05-06"))
        found = same_event.found(briefs, briefs, gather(briefs, ()), doubts=True)
        assert [doubt.name for those in found.doubts.values() for doubt in those] == asked


def test_a_claim_is_nobody_elses_event() -> None:
    """What a person is quoted as saying is not merged with what another brief tells, word for word though it be."""
    quote = BriefQuote("q1", (WORDS,), "Ansel Quay")
    claim = replace(event(1, WORDS), claim="q1")
    claiming = telling("b", claim)
    claiming = replace(claiming, brief=replace(claiming.brief, quotes=(quote,)))
    assert together(telling("a", event(1, WORDS)), claiming) == []
