"""When two tellings are one event by their words, and which are in doubt."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Callable, Sequence
from types import FrameType

import pytest
from msgspec import Struct

from newsbrief.model.brief import BriefEvent, BriefPerson
from newsbrief.model.entry import Entry, PersonRule
from newsbrief.site.facts.records import Facts
from newsbrief.site.index import same_events
from newsbrief.site.index.people import People
from newsbrief.site.index.same_events import Checked, Doubt
from tests.unit.briefs import entry
from tests.unit.site.index.told import related

PEOPLE = (
    BriefPerson("Signe Tarrow", "the harbour master"),
    BriefPerson("Davit Aru", "Captain"),
    BriefPerson("Oona Pellisk", "a councillor"),
    BriefPerson("Hob Merrin"),
)
RULES = (PersonRule("Signe Tarrow", ("Signe Tarrow-Lund",)),)
KEPT = "The council of Port Ellery voted seven to four to keep the morning ferry to Vennick."
THINGS = ("anchor", "bell", "chart", "dory", "engine", "flag", "gaff", "hawser", "jib", "keel", "lamp", "mast", "net")
TOWED = "Signe Tarrow had the stranded trawler towed to the fish quay."


class As(Struct, frozen=True):
    """A telling: its words, those that date it, the date, and what its brief names."""

    text: str
    when: str = ""
    date: str = "2029-05-03"
    people: tuple[BriefPerson, ...] = PEOPLE
    lang: str = ""
    places: tuple[str, ...] = ("Vennick",)


def briefs(*tellings: As) -> tuple[Entry, ...]:
    """A brief for each telling, published one after another."""
    return tuple(
        entry(
            f"briefs/{day(number)}-b{number}.md",
            date=day(number),
            people=one.people,
            places=one.places,
            lang=one.lang,
            events=(BriefEvent("e1", one.date, one.when, one.text),),
        )
        for number, one in enumerate(tellings, 1)
    )


def day(number: int) -> str:
    return (dt.date(2029, 4, 30) + dt.timedelta(days=number)).isoformat()


def checked(*tellings: As) -> Checked:
    told, known = related(briefs(*tellings), RULES)
    return same_events.check(told, told, known)


def together(*tellings: As) -> list[list[int]]:
    """Which tellings, counted from 1, are one event."""
    told, known = related(briefs(*tellings), RULES)
    groups = same_events.find(told, told, known)
    return sorted([int(path.rpartition("-b")[2][:-3]) for path, _ in group] for group in groups)


SAME = [
    (As(KEPT), As(KEPT)),
    (As(KEPT), As(KEPT.rstrip("."))),
    (As(KEPT), As(KEPT.upper())),
    (As(KEPT), As(KEPT.replace("the morning", "a morning"))),
    (As(KEPT), As(KEPT.replace("seven to four", "7–4"))),
    (As(KEPT.replace("seven to four", "7-4")), As(KEPT.replace("seven to four", "7–4"))),
    (As(KEPT.replace("voted", "voted on Thursday"), "on Thursday"),
     As(KEPT.replace("voted", "voted on 3 May"), "on 3 May")),
    (As(f"On Thursday {KEPT[0].lower()}{KEPT[1:]}", "On Thursday"), As(KEPT.replace(".", " yesterday."), "yesterday")),
    (As(KEPT.replace(".", ", after a debate of three hours.")), As(KEPT)),
    (As(KEPT), As(KEPT.replace(".", ", with the mayor in the chair, before a full gallery."))),
    (As(KEPT.replace("council of Port Ellery", "council")), As(KEPT.replace("council of Port Ellery", "council"))),
    (As(TOWED), As(TOWED.replace("Signe Tarrow", "Ms Tarrow"))),
    (As(TOWED), As(TOWED.replace("Signe Tarrow", "Tarrow"))),
    (As(TOWED), As(TOWED.replace("Signe Tarrow", "Signe Tarrow-Lund"), people=(BriefPerson("Signe Tarrow-Lund"),))),
    (As(TOWED), As(TOWED.replace("Signe Tarrow", "Signe Tarrow, the harbour master,"))),
    (As(TOWED), As(TOWED.replace("Signe Tarrow", "The harbour master, Signe Tarrow,"))),
    (As("Captain Davit Aru rowed four men ashore from the wreck."), As("Davit Aru rowed 4 men ashore from the wreck.")),
    (As("Captain Aru rowed four men ashore from the wreck."), As("Davit Aru rowed four men ashore from a wreck.")),
    (As(TOWED.replace("stranded trawler", "“Good Intent”")), As(TOWED.replace("stranded trawler", "Good Intent"))),
    (As(TOWED.replace("fish quay", "skippers’ quay")), As(TOWED.replace("fish quay", "skippers' quay"))),
    (As(TOWED.replace("fish quay", "Café Noor quay")), As(TOWED.replace("fish quay", "Cafe\u0301 Noor quay"))),
    (As(TOWED.replace("fish", "north-east")), As(TOWED.replace("fish", "north east"))),
    (As("The tank at the cannery lost 64,000 litres of brine."),
     As("The tank at the cannery lost 64000 litres of brine.")),
    (As("A storm washed the low road to Vennick away in 2017.", "in 2017", "2017"),
     As("In 2017 the storm washed the low road to Vennick away.", "In 2017", "2017")),
    (As(KEPT, date="2029-05"), As(KEPT, date="2029-05")),
    (As(KEPT, date="2029-05-03/2029-05-05"), As(KEPT, date="2029-05-03/2029-05-05")),
    (As(KEPT, lang="en-GB"), As(KEPT, lang="en")),
    (As("Rådet i Lumen stengte svingbroen over Tarn i går.", lang="nb"),
     As("Rådet i Lumen stengte svingbroen over Tarn i går.", lang="nb")),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other"), SAME)
def test_same_words_are_one_event(one: As, other: As) -> None:
    """Date words, articles, marks, figures, forms of a name, a person's own role and a last circumstance may differ."""
    assert together(one, other) == [[1, 2]]
    assert together(other, one) == [[1, 2]]


TOO_LITTLE = [
    (As("Signe Tarrow declined to comment."), As("Signe Tarrow declined to comment.")),
    (As("The council met."), As("The council met.")),
    (
        As("Police closed the road after a crash in which two people were hurt.", people=(), places=("Vennick",)),
        As("Police closed the road after a crash in which two people were hurt.", people=(), places=("Orrinby",)),
    ),
]
OTHER_OKELL = (BriefPerson("Ida Okell"),)
DIFFERENT = [
    # what was decided, and whether
    (As("The council voted 7–4 to close the ferry to Vennick."),
     As("The council voted 7-4 to keep the library at Vennick.")),
    (As(KEPT), As(KEPT.replace("keep", "close"))),
    (As(KEPT), As(KEPT.replace("to keep", "not to keep"))),
    (As(KEPT), As(KEPT.replace("morning ferry", "morning market"))),
    (As(KEPT), As(KEPT.replace("morning ferry", "morning ferry terminal"))),
    (As(KEPT), As(KEPT.replace("morning", "evening"))),
    (As(KEPT), As(KEPT.replace("The council", "The finance committee of the council"))),
    (As(KEPT), As(KEPT.replace("voted", "refused to vote"))),
    (As(KEPT), As(f"Hob Merrin denied that {KEPT[0].lower()}{KEPT[1:]}")),
    (As(KEPT), As(KEPT.replace(".", ", which the county denies."))),
    (As(KEPT), As(KEPT.replace(".", "?"))),
    (As(KEPT), As(KEPT.replace("voted", "will vote"))),
    (As(f"{KEPT} " * 60), As(f"{KEPT} " * 60 + "Nobody did.")),
    (As("The council voted for the new berth at Vennick on Lock Lane."),
     As("The council voted against the new berth at Vennick on Lock Lane.")),
    (As("Signe Tarrow closed the north basin of the fish quay before the storm."),
     As("Signe Tarrow closed the north basin of the fish quay after the storm.")),
    (As(TOWED.replace("to the", "from the")), As(TOWED)),
    # how many, how much
    (As(KEPT), As(KEPT.replace("four", "five"))),
    (As(KEPT), As(KEPT.replace("seven to four", "4–7"))),
    (As("The tank at the cannery lost 18,000 litres of brine."),
     As("The tank at the cannery lost 64,000 litres of brine.")),
    (As("Signe Tarrow paid $500 for a berth at the fish quay."),
     As("Signe Tarrow paid €500 for a berth at the fish quay.")),
    (As("Signe Tarrow cut the harbour dues at Vennick by 5%."),
     As("Signe Tarrow cut the harbour dues at Vennick by 5.")),
    (As("Signe Tarrow measured 7 degrees at the fish quay at Vennick."),
     As("Signe Tarrow measured −7 degrees at the fish quay at Vennick.")),
    (As("Judge Fallowes adjourned the first hearing in the cannery case at Vennick."),
     As("Judge Fallowes adjourned the second hearing in the cannery case at Vennick.")),
    # who
    (As(TOWED), As(TOWED.replace("Signe Tarrow", "Hob Merrin"))),
    (As("Okell opened the rebuilt net loft on Lock Lane.", people=(BriefPerson("Rufus Okell"),)),
     As("Okell opened the rebuilt net loft on Lock Lane.", people=OTHER_OKELL)),
    (As("Okell opened the rebuilt net loft on Lock Lane.", people=(BriefPerson("Rufus Okell"),)),
     As("Okell opened the rebuilt net loft on Lock Lane.", people=(BriefPerson("Rufus Okell"), *OTHER_OKELL))),
    (As("Okell opened the rebuilt net loft on Lock Lane.", people=OTHER_OKELL),
     As("Okell opened the rebuilt net loft on Lock Lane.", people=(BriefPerson("Rufus Okell"), *OTHER_OKELL))),
    (As("Davit Aru pulled Hob Merrin out of the lock basin at Vennick."),
     As("Hob Merrin pulled Davit Aru out of the lock basin at Vennick.")),
    (As("Oona Pellisk and Hob Merrin left the working party on the ferry."),
     As("Oona Pellisk and Davit Aru left the working party on the ferry.")),
    (As("The council of Vennick elected Oona Pellisk mayor in a secret vote.",
        people=(BriefPerson("Oona Pellisk", "mayor"),)),
     As("The council of Vennick elected Oona Pellisk deputy mayor in a secret vote.",
        people=(BriefPerson("Oona Pellisk", "deputy mayor"),))),
    (As(TOWED.replace("trawler", "trawler of his brother")), As(TOWED.replace("trawler", "trawler of her brother"))),
    # when
    (As(KEPT, date="2029-05-03"), As(KEPT, date="2029-05-04")),
    (As(KEPT, date="2029-05-03"), As(KEPT, date="2029-05")),
    (As(KEPT, date="2029-05"), As(KEPT, date="2029-05~")),
    (As(KEPT.replace(".", " on Thursday morning."), "on Thursday morning"),
     As(KEPT.replace(".", " on Thursday evening."), "on Thursday evening")),
    (As("Enoch Lythe kept the lock at Vennick on the Tarn until 2003.", "until 2003", "2003"),
     As("Enoch Lythe kept the lock at Vennick on the Tarn since 2003.", "since 2003", "2003")),
    (As(TOWED.replace(".", " at 6.40 on Thursday."), "on Thursday"),
     As(TOWED.replace(".", " at 9.30 on Thursday."), "on Thursday")),
    # a language without lists: nothing may differ
    (As("Rådet i Lumen stengte svingbroen over Tarn i går.", "i går", lang="nb"),
     As("Rådet i Lumen stengte svingbroen over Tarn på torsdag.", "på torsdag", lang="nb")),
    (As(KEPT, lang="../en"), As(KEPT.replace("The", "A"), lang="../en")),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_one_different_word_is_another_event(one: As, other: As) -> None:
    """On the same day about the same people: a negation, a number, a name or an object keeps two events apart."""
    assert together(one, other) == []
    assert together(other, one) == []
    assert together(one, one) == together(other, other) == [[1, 2]]


@pytest.mark.parametrize(("one", "other"), TOO_LITTLE)
def test_same_words_that_say_little_are_two_events(one: As, other: As) -> None:
    """A few common words, or words without a name in briefs that have none in common, fit more than one event."""
    assert together(one, other) == []


def test_circumstances_that_differ_leave_the_short_telling_alone() -> None:
    """Nobody knows which of two longer tellings a short one means; one circumstance on top of another is no doubt."""
    by_hand, by_lot = KEPT.replace(".", ", by a show of hands."), KEPT.replace(".", ", by lot.")
    assert together(As(KEPT), As(by_hand), As(by_lot)) == []
    assert together(As(KEPT), As(by_hand), As(by_hand.replace(".", ", after an hour."))) == [[1, 2, 3]]
    assert together(As(KEPT), As(by_hand), As(by_lot), As(KEPT)) == [[1, 4]]


def test_words_that_everything_in_the_collection_holds_say_nothing() -> None:
    """The same sentence is one event while it is rare, and none in a collection that is full of its words."""
    words = "Signe Tarrow welcomed the guests of the harbour office."
    others = [
        As(f"Signe Tarrow welcomed the guests of the harbour office {thing}.", date=f"2029-04-{number:02d}")
        for number, thing in enumerate(["again", "twice", "by boat", "at noon", "in rain", "by lamp", "at sea"], 1)
    ]
    assert together(As(words), As(words)) == [[1, 2]]
    assert together(As(words), As(words), *others) == []


DOUBTFUL = [
    (As(KEPT), As("Councillors voted 7–4 on Thursday night to keep the ferry.", "on Thursday night")),
    (As("The council will hold a special meeting."), As("At the special meeting the council asked for the report.")),
    (As(KEPT), As(KEPT.replace("seven to four", "seven to five"))),
]
UNRELATED = [
    (As(KEPT), As("Signe Tarrow closed the fish quay.")),
    (As(KEPT), As("The trawler sank, and the crew was rowed to Vennick.")),
    (As(KEPT), As("The ferry sank.")),
    (As("Signe Tarrow closed the north basin of the fish quay."),
     As("Hob Merrin bought the rope shop of the fish quay.")),
    (As("Brine ran out of the old tank by the chapel, down Lock Lane and over the slip into the water of the dock."),
     As("Divers found a rusty safe, three bicycles, a plough and the chapel key in the water below Hallin Point.")),
    (As(KEPT, date="2029-05-02"), As("Councillors voted 7–4 to keep the ferry.")),
]  # fmt: skip
CROWD = [
    As(f"The {thing} was sold to a stranger.", date=f"2029-04-{number:02d}", people=(), places=())
    for number, thing in enumerate(THINGS, 1)
]


@pytest.mark.parametrize(("one", "other"), DOUBTFUL)
def test_words_that_agree_in_part_are_in_doubt(one: As, other: As) -> None:
    """Shared words that are rarer than chance need a person, who gets the name to write."""
    newer, older = ("briefs/2029-05-02-b2.md", "e1"), ("briefs/2029-05-01-b1.md", "e1")
    assert checked(one, other, *CROWD).doubts == (Doubt(newer, older, "b1#e1"),)


@pytest.mark.parametrize(("one", "other"), [*UNRELATED, *SAME])
def test_what_is_sure_is_not_in_doubt(one: As, other: As) -> None:
    """Neither tellings that share a word by chance nor those that are one event are in doubt."""
    assert checked(one, other, *CROWD).doubts == ()


def calls(work: Callable[[], object]) -> int:
    """The number of calls of functions in Python and C, which measures work and does not depend on the clock."""
    count = 0

    def counted(frame: FrameType, event: str, argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(counted)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count


DAYS: dict[str, Callable[[int], As]] = {
    "one event": lambda number: As(TOWED),
    "one event without a person": lambda number: As(KEPT, people=(), places=(f"Hamlet {number // 5}",)),
    "as many events": lambda number: As(f"Signe Tarrow sold hall {number} of the fish market to buyer {-number}."),
    "one frame": lambda number: As(KEPT.replace("seven", str(number))),
    "longer and longer": lambda number: As(TOWED.replace(".", ", after a pause" * (number % 4))),
    "few words": lambda number: As(" ".join(THINGS[number * step % len(THINGS)] for step in (1, 3, 5, 7, 9, 11))),
    "doubts": lambda number: As(f"Mast {number // 2} of boat {number // 2 + 9999} {THINGS[number % 2]} broke."),
}


@pytest.mark.parametrize("kind", DAYS)
def test_work_grows_in_proportion_to_a_day_s_events(kind: str) -> None:
    """Ten times the events of one day take about ten times the work, however alike they are."""
    few, many = (related(briefs(*map(DAYS[kind], range(number)))) for number in (100, 1000))
    assert worked(*many) < 12 * worked(*few)


def worked(told: Sequence[Facts], known: People) -> int:
    return calls(lambda: same_events.check(told, told, known))
