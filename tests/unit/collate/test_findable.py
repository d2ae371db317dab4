"""What readers can search for, and what nobody finds."""

import pytest

from newsbrief import collate
from newsbrief.model.brief import BriefEvent, BriefPerson, BriefQuote
from newsbrief.model.entry import PersonRule
from newsbrief.model.search import Findable
from tests.unit.briefs import edition, entry

MIRA = BriefPerson("Mira Solberg", "the harbour master")
ODD = BriefPerson("Odd Solberg", "a fisherman")
SAID = BriefQuote("q1", ("A tide is no clock", "and no calendar"), "Mira Solberg")
VOTED = BriefEvent("e1", "2029-05-03", "on Thursday", "The council voted on Thursday to keep the morning ferry")
WHOLE = {"people": (MIRA,), "quotes": (SAID,), "events": (VOTED,), "text": "Nobody rowed across.", "tags": ("Boats",)}


def found(*entries: collate.Entry, rules: tuple[PersonRule, ...] = ()) -> tuple[Findable, ...]:
    return collate.site(entries, edition(people=rules)).findable


def words(items: tuple[Findable, ...]) -> str:
    return " ".join(f"{item.text} {item.words} {item.also} {item.detail}" for item in items)


def test_each_kind_leads_to_its_place() -> None:
    """A brief to its page, a quote to its permalink, a date to its place in the brief, a person to their page."""
    items = found(entry(**WHOLE, title="Ferry returns"))
    assert [(item.kind, item.url, item.text) for item in items] == [
        ("brief", "2029/05/04/ferry/", "Ferry returns"),
        ("quote", "quotes/2029-05-04-ferry-q1/", "A tide is no clock” … “and no calendar"),
        ("date", "2029/05/04/ferry/#e1", VOTED.text),
        ("person", "people/mira-solberg/", "Mira Solberg"),
    ]


def test_things_are_found_by_their_names() -> None:
    """A story and an author; a place and an organisation as soon as they have a page, with two briefs."""
    of_it = {
        "story": "Night boat",
        "authors": ("Iris Vane",),
        "places": ("Vennick",),
        "organisations": ("Harbour Board",),
    }
    items = found(entry(**of_it), entry("briefs/b.md", title="Another", **of_it))
    things = [item for item in items if item.kind != "brief"]
    assert [(item.kind, item.url, item.words, item.day) for item in things] == [
        ("story", "stories/night-boat/", "Night boat", ""),
        ("author", "authors/iris-vane/", "Iris Vane", ""),
        ("organisation", "organisations/harbour-board/", "Harbour Board", ""),
        ("place", "places/vennick/", "Vennick", ""),
    ]


def test_things_that_nobody_may_find() -> None:
    """What only briefs in review have, an author who is protected, and a thing with a protected name in it."""
    hidden = {"authors": ("Odd Solberg",), "organisations": ("Friends of Odd Solberg",), "story": "Odd Solberg’s boat"}
    rule = PersonRule("Odd Solberg", (), page="no")
    both = (entry(**hidden), entry("briefs/b.md", title="Another", **hidden))
    assert {item.kind for item in found(*both)} >= {"author", "organisation", "story"}
    assert {item.kind for item in found(*both, rules=(rule,))} == {"brief"}
    assert found(*(entry(f"briefs/{name}.md", status="review", **hidden) for name in "ab")) == ()


@pytest.mark.parametrize("wanted", ["rowed", "Boats", "harbour master", "Mi-ra"])
def test_a_brief_is_found_by_all_that_it_says(wanted: str) -> None:
    """By words of its body, topics, people, their roles and other names."""
    brief = found(entry(**WHOLE), rules=(PersonRule("Mira Solberg", ("Mi-ra Solbergh",)),))[0]
    assert wanted in brief.also


def test_a_person_is_found_by_other_names_and_every_role() -> None:
    """people.yaml's spellings, and what they were called in any brief, the latest first."""
    late = entry("briefs/b.md", date="2030-01-01", people=(BriefPerson("Mira Solberg", "the mayor"),), quotes=(SAID,))
    rule = PersonRule("Mira Solberg", ("Myra Solberg",))
    person = found(late, entry(**WHOLE), rules=(rule,))[-1]
    assert person.words.split("\n") == ["Mira Solberg", "Myra Solberg"]
    assert person.also.split("\n") == ["the mayor", "the harbour master"]
    assert person.detail == "the mayor"


def test_a_person_of_many_quotes_is_found_once() -> None:
    """Their first page is theirs; what they said long ago stands on further pages."""
    many = [
        entry(
            f"briefs/{day}-{number}.md",
            date=day,
            people=(MIRA,),
            quotes=tuple(BriefQuote(f"q{n}", (f"Words {number} {n}",), "Mira Solberg") for n in range(20)),
        )
        for number, day in enumerate(f"20{year}-0{month}-01" for year in range(10, 29) for month in range(1, 4))
    ]
    assert len(collate.site(many, edition()).person_pages) > 1
    assert [item.url for item in found(*many) if item.kind == "person"] == ["people/mira-solberg/"]


@pytest.mark.parametrize("status", ["review", "draft", "retracted", "withdrawn"])
def test_only_what_is_published_is_found(status: str) -> None:
    """Nor does a person get a name, a role or a page from what is not published."""
    assert found(entry(**WHOLE, status=status)) == ()


def test_a_role_from_a_brief_in_review_is_not_found() -> None:
    """The preview's page of a person has it; the search has not."""
    later = entry("briefs/b.md", people=(BriefPerson("Mira Solberg", "the mayor"),), status="review")
    assert "mayor" not in words(found(entry(**WHOLE), later))


def test_an_excerpt_is_found_by_what_is_shown_of_it() -> None:
    """Its body stays out of the index as it stays out of the page."""
    assert "rowed" not in words(found(entry(**WHOLE, rights="excerpt")))


def test_a_repeated_quote_is_found_once() -> None:
    """As lists have it: with the brief that had it first."""
    items = found(entry("briefs/a.md", **WHOLE), entry("briefs/b.md", **WHOLE, date="2029-06-01", slug="b"))
    assert [item.url for item in items if item.kind == "quote"] == ["quotes/2029-05-04-a-q1/"]


def test_an_event_of_two_briefs_is_found_once() -> None:
    """As timelines have it: in the brief whose telling leads."""
    items = found(entry("briefs/a.md", **WHOLE), entry("briefs/b.md", **WHOLE, date="2029-05-05", slug="b"))
    assert [item.url for item in items if item.kind == "date"] == ["2029/05/04/a/#e1"]


def test_a_protected_person_is_found_by_no_part_of_the_name() -> None:
    """Not in headline, summary, body, quote, event, by no spelling; who shares a part of the name is still found."""
    text = "MIRA  SOLBERG rowed. Solberg smiled. Mira sang. Miranda saw it, and so did Odd Solberg."
    made = entry(
        **{**WHOLE, "people": (MIRA, ODD), "text": text},
        title="Mira Solberg rows",
        summary="Myra Solberg rows again",
        slug="rows",
    )
    rule = PersonRule("Mira Solberg", ("Myra Solberg",), "no")
    items = found(made, rules=(rule,))
    assert [item.kind for item in items] == ["brief", "date"]
    asked = f"{items[0].words} {items[0].also}".split()
    assert not {"Mira", "MIRA", "Myra", "master"} & set(asked)
    assert {"Miranda", "rowed.", "Odd", "Solberg"} <= set(asked)
    assert items[0].detail == ""


def test_a_protected_name_is_found_in_no_brief() -> None:
    """A brief that does not list them among its people is not found by the full name either, nor is its quote."""
    quote = BriefQuote("q1", ("I saw Mira Solberg leave",), "Odd Solberg")
    made = entry(people=(ODD,), quotes=(quote,), text="I saw Mira\nSolberg leave. Solberg waved.")
    items = found(made, rules=(PersonRule("Mira Solberg", page="no"),))
    assert [item.kind for item in items] == ["brief", "person"]
    assert "Mira" not in words(items)
    assert "Solberg waved." in items[0].also


def test_a_protected_name_that_names_briefs_holds_there_only() -> None:
    """`in` parts two people of one name: the other one is found."""
    rule = PersonRule("Mira Solberg (the witness)", ("Mira Solberg",), "no", ("court",))
    items = found(entry("briefs/court.md", **WHOLE), entry("briefs/ferry.md", **WHOLE, slug="f"), rules=(rule,))
    assert [item.url for item in items if item.kind == "quote"] == ["quotes/2029-05-04-f-q1/"]


def test_a_long_quote_is_found_by_all_and_shown_in_part() -> None:
    """A result has some sixty words; the last of two hundred finds it too."""
    quote = BriefQuote("q1", (" ".join(f"w{number}" for number in range(200)),), "Mira Solberg")
    item = found(entry(people=(MIRA,), quotes=(quote,)))[1]
    assert item.text.endswith("w59 …")
    assert "w199" in item.words
