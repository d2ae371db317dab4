"""Who has a page."""

import pytest

from newsbrief import collate
from newsbrief.collate.speakers import QUOTES_ON_ONE_PAGE
from newsbrief.model.brief import BriefPerson, BriefQuote
from newsbrief.model.entry import PersonRule
from newsbrief.model.quotes import SpeakerQuotes
from newsbrief.model.views import QuoteView
from tests.unit.briefs import edition, entry

SOLBERG = BriefPerson("Mira Solberg", "harbour master")
QUOTE = BriefQuote("q1", ("The tide keeps no calendar",), "Mira Solberg")


def names(*entries: object, **fields: object) -> list[str]:
    return [page.name for page in collate.site(list(entries), edition(**fields)).person_pages]  # type: ignore[arg-type]


def test_someone_quoted_with_a_role_has_a_page() -> None:
    """A quote and a role make a page; either alone does not."""
    assert names(entry(people=(SOLBERG,), quotes=(QUOTE,))) == ["Mira Solberg"]
    assert names(entry(people=(SOLBERG,))) == []
    assert names(entry(people=(BriefPerson("Mira Solberg"),), quotes=(QUOTE,))) == []


def test_someone_named_in_three_briefs_has_a_page() -> None:
    """Two mentions are passing, three are a person of the news."""
    briefs = [entry(f"briefs/{n}.md", people=(BriefPerson("Ansel Quay"),)) for n in "abc"]
    assert names(*briefs[:2]) == []
    assert names(*briefs) == ["Ansel Quay"]


def test_a_rule_decides_about_a_page() -> None:
    """`page: yes` gives one to whoever is named, `page: no` to nobody."""
    one = entry(people=(SOLBERG, BriefPerson("Ansel Quay")), quotes=(QUOTE,))
    rules = (PersonRule("Ansel Quay", page="yes"), PersonRule("Mira Solberg", page="no"))
    assert names(one, people=rules) == ["Ansel Quay"]


def test_other_names_lead_to_one_person() -> None:
    """`also` brings several names to one page, under the name of the rule."""
    one = entry("briefs/a.md", people=(SOLBERG,), quotes=(QUOTE,))
    two = entry("briefs/b.md", people=(BriefPerson("M. Solberg-Lund", "mayor"),), date="2029-06-01")
    rule = PersonRule("Mira Lund", also=("Mira Solberg", "M. Solberg-Lund"))
    (page,) = collate.site([one, two], edition(people=(rule,))).person_pages
    assert page.name == "Mira Lund"
    assert [(role.role, role.since.iso) for role in page.roles] == [
        ("mayor", "2029-06-01"),
        ("harbour master", "2029-05-04"),
    ]
    assert len(page.briefs) == 2


COMPANY = "Skarrold Canning Company"


@pytest.mark.parametrize(
    ("first", "rules", "url", "persons"),
    [
        ({"organisations": (COMPANY,)}, (), "organisations/skarrold-canning-company/", []),
        ({"organisations": ("Skarrold  canning company",)}, (), "organisations/skarrold-canning-company/", []),
        ({}, (), None, []),
        (
            {"organisations": (COMPANY,)},
            (PersonRule(COMPANY, page="yes"),),
            "people/skarrold-canning-company/",
            [COMPANY],
        ),
        (
            {"organisations": (COMPANY,), "people": (BriefPerson(COMPANY),)},
            (),
            "people/skarrold-canning-company/",
            [COMPANY],
        ),
    ],
)
def test_organisation_that_speaks_is_no_person(
    first: dict[str, object], rules: tuple[PersonRule, ...], url: str | None, persons: list[str]
) -> None:
    """It leads to the page of the organisation if there is one; a rule or a brief's `people` makes it a person."""
    briefs = [
        entry("briefs/a.md", quotes=(said(COMPANY),), **first),
        entry("briefs/b.md", quotes=(said(COMPANY), said("Mira Solberg")), people=(SOLBERG,), organisations=(COMPANY,)),
        entry("briefs/c.md", quotes=(said(COMPANY),), slug="c"),
    ]
    site = collate.site(briefs, edition(people=rules))
    assert {
        quote.speaker.url for day in site.quotes.speakers if day.speaker.text == COMPANY for quote in quotes(day)
    } == {url}
    assert [page.name for page in site.person_pages if page.name == COMPANY] == persons
    beside = next(page for page in site.person_pages if page.name == "Mira Solberg").beside
    assert [link.text for link in beside] == persons


def test_many_quotes_of_an_organisation_stand_with_its_letter() -> None:
    """Its own page has its briefs, not its words, and so the page of the letter has them all."""
    words = [BriefQuote(f"q{n}", (f"The tide keeps calendar {n}",), COMPANY) for n in range(QUOTES_ON_ONE_PAGE + 1)]
    briefs = [entry(f"briefs/{n}.md", organisations=(COMPANY,), slug=n) for n in "ab"]
    site = collate.site([*briefs, entry("briefs/c.md", quotes=tuple(words), slug="c")], edition())
    (letter,) = site.speakers
    assert letter.speakers[0].speaker.url == "organisations/skarrold-canning-company/"
    assert sum(len(quotes(group)) for group in letter.speakers) == len(words)
    assert [link.url for link in site.quotes.most] == ["quotes/s/#skarrold-canning-company"]


def test_who_stands_beside_someone_stands_in_one_order() -> None:
    """Whoever is quoted most often beside them comes first, then as the briefs name them: never by chance."""
    others = ("Ove Lund", "Ada Berg", "Nils Holm", "Bea Falk", "Jon Dahl", "Eva Moe")
    one = entry("briefs/a.md", people=(SOLBERG,), quotes=(QUOTE, *map(said, others)))
    two = entry("briefs/b.md", people=(SOLBERG,), quotes=(QUOTE, said("Jon Dahl")), slug="b")
    (page,) = collate.site([one, two], edition()).person_pages
    assert [link.text for link in page.beside] == ["Jon Dahl", *(name for name in others if name != "Jon Dahl")]


def test_two_people_of_one_name_are_parted() -> None:
    """A rule with `in` holds in the briefs it names; elsewhere the name means someone else."""
    judge = entry("briefs/court.md", people=(BriefPerson("Maria Holm", "a judge"),), quotes=(said("Maria Holm"),))
    skipper = entry(
        "briefs/ferry.md", people=(BriefPerson("Maria Holm", "a skipper"),), quotes=(said("Maria Holm"),), slug="ferry"
    )
    rule = PersonRule("Maria Holm (skipper)", also=("Maria Holm",), briefs=("ferry",))
    pages = {page.name: page for page in collate.site([judge, skipper], edition(people=(rule,))).person_pages}
    assert {name: page.roles[0].role for name, page in pages.items()} == {
        "Maria Holm": "a judge",
        "Maria Holm (skipper)": "a skipper",
    }
    assert [len(page.quotes) for page in pages.values()] == [1, 1]


def said(speaker: str) -> BriefQuote:
    return BriefQuote("q1", ("The tide keeps no calendar",), speaker)


def quotes(group: SpeakerQuotes) -> list[QuoteView]:
    return [quote for day in group.days for quote in day.quotes]
