"""Who is who, and who has a page."""

from __future__ import annotations

from typing import Any

import pytest

from newsbrief.model.brief import BriefPerson, BriefQuote
from newsbrief.model.entry import Entry, PersonRule
from newsbrief.model.views import Link
from newsbrief.site.index.people import People
from tests.unit.briefs import entry, views_of

COMPANY = "Skarrold Canning Company"
SOLBERG = BriefPerson("Mira Solberg", "harbour master")
NO_ROLE = BriefPerson("Mira Solberg")
QUOTE = BriefQuote("q1", ("The tide keeps no calendar",), "Mira Solberg")
THEIRS = BriefQuote("q1", ("The tide keeps no calendar",), COMPANY)


def people(*entries: Entry, rules: tuple[PersonRule, ...] = ()) -> People:
    return views_of(*entries, people=rules).index.people


def many(count: int, **fields: Any) -> list[Entry]:
    return [entry(f"briefs/{number}.md", slug=str(number), **fields) for number in range(count)]


@pytest.mark.parametrize(
    ("briefs", "rules", "has_page"),
    [
        pytest.param(many(1, people=(SOLBERG,), quotes=(QUOTE,)), (), True, id="quoted with a role"),
        pytest.param(many(1, people=(SOLBERG,)), (), False, id="a role without a quote"),
        pytest.param(many(1, people=(NO_ROLE,), quotes=(QUOTE,)), (), False, id="a quote without a role"),
        pytest.param(many(2, people=(NO_ROLE,)), (), False, id="named in two briefs"),
        pytest.param(many(3, people=(NO_ROLE,)), (), True, id="named in three briefs"),
        pytest.param(many(3, quotes=(QUOTE,)), (), True, id="quoted in three briefs"),
        pytest.param(many(1, people=(NO_ROLE,)), (PersonRule("Mira Solberg", page="yes"),), True, id="page: yes"),
        pytest.param(many(1), (PersonRule("Mira Solberg", page="yes"),), False, id="page: yes, but in no brief"),
        pytest.param(
            many(3, people=(SOLBERG,), quotes=(QUOTE,)), (PersonRule("Mira Solberg", page="no"),), False, id="page: no"
        ),
    ],
)
def test_who_has_a_page(briefs: list[Entry], rules: tuple[PersonRule, ...], has_page: bool) -> None:
    """A quote with a role or three briefs make a page; a rule decides otherwise."""
    assert ("Mira Solberg" in people(*briefs, rules=rules).with_page) is has_page


def test_newest_briefs_spelling_is_the_name_on_the_site() -> None:
    """Of spellings with one address, and nobody needs a rule for it."""
    old = entry("briefs/a.md", date="2029-05-01", people=(BriefPerson("Yun Ha Ram"),))
    new = entry("briefs/b.md", date="2029-05-09", people=(BriefPerson("Yun Ha-ram"),))
    assert people(old, new).cast == {"briefs/a.md": ("Yun Ha-ram",), "briefs/b.md": ("Yun Ha-ram",)}


def test_rule_joins_several_names() -> None:
    """Under the rule's own name."""
    one = entry(people=(SOLBERG, BriefPerson("M. Lund")))
    found = people(one, rules=(PersonRule("Mira Lund", also=("Mira Solberg", "M. Lund")),))
    assert found.cast[one.path] == ("Mira Lund", "Mira Lund")
    assert found.spellings("Mira Lund") == ("Mira Solberg", "M. Lund")


def test_rule_for_some_briefs_tells_two_people_of_one_name_apart() -> None:
    """It holds in the briefs that it names and in no other."""
    briefs = [entry(f"briefs/{name}.md", slug=name, people=(BriefPerson("Maria Holm"),)) for name in ("court", "ferry")]
    found = people(*briefs, rules=(PersonRule("Maria Holm (skipper)", also=("Maria Holm",), briefs=("ferry",)),))
    assert found.cast == {"briefs/court.md": ("Maria Holm",), "briefs/ferry.md": ("Maria Holm (skipper)",)}


NAMED = {"organisations": (COMPANY,)}
ORGANISATION = Link(COMPANY, "organisations/skarrold-canning-company/", kind="organisation")
PERSON = Link(COMPANY, "people/skarrold-canning-company/")


@pytest.mark.parametrize(
    ("first", "rules", "link"),
    [
        pytest.param(NAMED, (), ORGANISATION, id="two briefs name it"),
        pytest.param({"organisations": ("Skarrold  canning company",)}, (), ORGANISATION, id="another spelling"),
        pytest.param({}, (), Link(COMPANY, None, kind="organisation"), id="one brief names it"),
        pytest.param(NAMED, (PersonRule(COMPANY, page="yes"),), PERSON, id="a rule gives a person's page"),
        pytest.param({**NAMED, "people": (BriefPerson(COMPANY),)}, (), PERSON, id="a brief lists it as a person"),
    ],
)
def test_organisation_that_speaks_is_no_person(
    first: dict[str, Any], rules: tuple[PersonRule, ...], link: Link
) -> None:
    """It leads to the organisation's page; only a rule or a brief's `people` make it a person."""
    briefs = [
        entry("briefs/a.md", quotes=(THEIRS,), **first),
        entry("briefs/b.md", quotes=(THEIRS,), organisations=(COMPANY,)),
        entry("briefs/c.md", quotes=(THEIRS,)),
    ]
    assert people(*briefs, rules=rules).link(COMPANY) == link
