"""The lists of quotes."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from newsbrief.model.brief import BriefPerson, BriefQuote
from newsbrief.model.entry import Entry, PersonRule
from newsbrief.model.quotes import QuotesPage, SpeakerQuotes
from newsbrief.site.options import PARTS
from newsbrief.site.pages.quotes import NEWEST, QUOTES_ON_ONE_PAGE
from tests.unit.briefs import entry
from tests.unit.site.pages.models import models, page_keys, planned

COMPANY = "Skarrold Canning Company"
NAMES = ("Ada Quill", "Álmos Reef", "Bo Tarn", "Mira Solberg", "Миша Рыбак")


def said(number: int, words: str, speaker: str = "Mira Solberg") -> BriefQuote:
    return BriefQuote(f"q{number}", (words,), speaker)


def brief(number: int, speaker: str, role: str = "") -> Entry:
    return entry(
        f"briefs/{number}.md",
        date=f"2029-{number // 28 + 1:02d}-{number % 28 + 1:02d}",
        people=(BriefPerson(speaker, role),),
        quotes=(said(1, f"Tide {number} keeps no calendar", speaker),),
    )


def many(count: int) -> list[Entry]:
    """Five speakers take turns, and another speaks once and last. Mira Solberg's first brief alone gives her role."""
    briefs = [brief(n, NAMES[n % 5], "harbour master" if n == 3 else "") for n in range(count - 1)]
    return [*briefs, brief(count - 1, "Bea Once")]


def words(speaker: SpeakerQuotes) -> list[list[str]]:
    return [[quote.parts[0] for quote in day.quotes] for day in speaker.days]


def test_few_quotes_are_one_page_by_speaker() -> None:
    """Speakers are in alphabetical order, their days the latest first, the quotes of a day as they were said."""
    page: QuotesPage = models(
        "quotes",
        entry("briefs/a.md", date="2029-05-01", quotes=(said(1, "One"), said(2, "Two"))),
        entry("briefs/b.md", date="2029-05-09", quotes=(said(1, "Three"), said(2, "Four", "Ansel Quay"))),
    )["quotes/"]
    assert (page.count, page.voices, page.days, page.letters) == (4, 2, (), ())
    assert [one.speaker.text for one in page.speakers] == ["Ansel Quay", "Mira Solberg"]
    assert words(page.speakers[1]) == [["Three"], ["One", "Two"]]


def test_day_on_which_it_was_said_goes_before_the_briefs_day() -> None:
    """A quote may be older than its brief."""
    old = replace(said(1, "Old"), said="2019")
    page = models("quotes", entry("briefs/a.md", quotes=(old, said(2, "New"))))["quotes/"]
    assert [day.date.edtf for day in page.speakers[0].days] == ["2029-05-04", "2019"]


def test_the_list_stays_on_one_page_up_to_a_number_of_quotes() -> None:
    """One quote more, and each letter has a page."""
    assert list(models("quotes", *many(QUOTES_ON_ONE_PAGE))) == ["quotes/"]
    assert list(models("quotes", *many(QUOTES_ON_ONE_PAGE + 1))) == ["quotes/", "quotes/a/", "quotes/b/", "quotes/m/"]


def test_first_page_of_many_quotes_has_the_newest_and_leads_to_the_others() -> None:
    """Letters that one Latin letter stands for share a page."""
    front, *letters = models("quotes", *many(QUOTES_ON_ONE_PAGE + 1)).values()
    assert sum(len(day.quotes) for day in front.days) == NEWEST
    assert front.days[0].quotes[0].parts == (f"Tide {QUOTES_ON_ONE_PAGE} keeps no calendar",)
    assert (front.speakers, front.count, front.voices) == ((), QUOTES_ON_ONE_PAGE + 1, 6)
    assert [(link.text, link.url, link.count) for link in front.letters] == [
        ("A", "quotes/a/", 2),
        ("B", "quotes/b/", 2),
        ("M, М", "quotes/m/", 2),
    ]
    assert [(link.text, link.url, link.count) for link in front.most[-2:]] == [
        ("Миша Рыбак", "people/misha-rybak/", 20),
        ("Bea Once", "quotes/b/#bea-once", 1),
    ]
    assert sum(page.count for page in letters) == front.count


def test_letter_has_all_quotes_of_whoever_has_no_page() -> None:
    """Of anyone else it has the newest, with the latest role that any of the quotes gives."""
    pages = models("quotes", *many(QUOTES_ON_ONE_PAGE + 1))
    bea, _ = pages["quotes/b/"].speakers
    assert (bea.speaker.url, bea.latest, len(words(bea))) == (None, None, 1)
    mira, _ = pages["quotes/m/"].speakers
    assert (mira.speaker.url, mira.days, mira.count, mira.role) == ("people/mira-solberg/", (), 20, "harbour master")
    assert mira.latest.parts == ("Tide 98 keeps no calendar",)


def test_letter_has_all_quotes_of_an_organisation() -> None:
    """Its own page has briefs, no quotes."""
    every = tuple(said(n, f"The tide keeps calendar {n}", COMPANY) for n in range(QUOTES_ON_ONE_PAGE + 1))
    briefs = [entry(f"briefs/{name}.md", organisations=(COMPANY,)) for name in ("a", "b")]
    front, letter = models("quotes", *briefs, entry("briefs/c.md", quotes=every)).values()
    (company,) = letter.speakers
    assert company.speaker.url == "organisations/skarrold-canning-company/"
    assert sum(map(len, words(company))) == len(every)
    assert [link.url for link in front.most] == ["quotes/s/#skarrold-canning-company"]


def test_repeated_and_hidden_quotes_are_in_no_list() -> None:
    """So are those without a speaker."""
    repeated = "The tide keeps no calendar and never did"
    page = models(
        "quotes",
        entry("briefs/a.md", date="2029-05-01", quotes=(said(1, repeated), said(2, "Hm", ""))),
        entry("briefs/b.md", date="2029-05-09", quotes=(said(1, repeated), said(2, "No", "Ansel Quay"))),
        people=(PersonRule("Ansel Quay", page="no"),),
    )["quotes/"]
    assert page.count == 1
    assert [quote.brief.url for quote in page.speakers[0].days[0].quotes] == ["2029/05/01/a/"]


def test_new_quote_renders_its_own_letter_only() -> None:
    """Besides the first page."""
    briefs = many(QUOTES_ON_ONE_PAGE + 1)
    before = page_keys("quotes", *briefs)
    after = page_keys("quotes", *briefs, brief(QUOTES_ON_ONE_PAGE + 1, "Bea Once"))
    assert {url for url in after if after[url] != before[url]} == {"quotes/", "quotes/b/"}


@pytest.mark.parametrize(("without", "parts"), [(("quotes",), PARTS), ((), PARTS - {"quotes"})])
def test_site_without_quotes_has_no_lists(without: tuple[str, ...], parts: frozenset[str]) -> None:
    """Neither where the theme lacks the template nor where the site leaves quotes out."""
    assert planned("quotes", brief(1, "Ada Quill"), site={"without": without}, parts=parts) == {}
