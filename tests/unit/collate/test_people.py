"""Who has a page."""

from newsbrief import collate
from newsbrief.model.brief import BriefPerson, BriefQuote
from newsbrief.model.entry import PersonRule
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
