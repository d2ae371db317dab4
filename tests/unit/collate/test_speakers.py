"""The pages of all quotes."""

from newsbrief import collate
from newsbrief.collate.speakers import MOST, NEWEST, QUOTES_ON_ONE_PAGE
from newsbrief.model.brief import BriefPerson, BriefQuote
from newsbrief.model.entry import Entry
from newsbrief.model.quotes import QuotesPage
from tests.unit.briefs import edition, entry

NAMES = ("Ada Quill", "Álmos Reef", "Bo Tarn", "Mira Solberg", "Миша Рыбак")


def brief(number: int, speaker: str, role: str = "") -> Entry:
    people = (BriefPerson(speaker, role),)
    return entry(
        f"briefs/{number}.md",
        date=f"20{29 + number // 336}-{number // 28 % 12 + 1:02d}-{number % 28 + 1:02d}",
        people=people,
        quotes=(BriefQuote("q1", (f"Tide {number} keeps no calendar",), speaker),),
    )


def pages(count: int) -> tuple[QuotesPage, dict[str, QuotesPage]]:
    """Quotes of five speakers by turns, of whom one is quoted with a role, and one quote of another."""
    briefs = [brief(n, NAMES[n % 5], "harbour master" if n % 5 == 3 else "") for n in range(count - 1)]
    site = collate.site([*briefs, brief(count - 1, "Bea Once")], edition())
    return site.quotes, {page.url: page for page in site.speakers}


def test_few_quotes_are_one_page() -> None:
    """By speaker, each quote in full."""
    page, letters = pages(QUOTES_ON_ONE_PAGE)
    assert not letters
    assert (page.count, page.voices, page.days, page.letters) == (QUOTES_ON_ONE_PAGE, 6, (), ())
    assert sum(len(day.quotes) for speaker in page.speakers for day in speaker.days) == page.count


def test_many_quotes_are_the_newest_by_day_and_the_ways_to_their_speakers() -> None:
    """The first page stays light; each speaker stands under one letter."""
    page, letters = pages(QUOTES_ON_ONE_PAGE + 1)
    assert sum(len(day.quotes) for day in page.days) == NEWEST
    assert page.days[0].quotes[0].parts[0].startswith(f"Tide {QUOTES_ON_ONE_PAGE} ")
    assert (page.speakers, page.count, page.voices) == ((), QUOTES_ON_ONE_PAGE + 1, 6)
    assert [(link.text, link.url, link.count) for link in page.letters] == [
        ("A", "quotes/a/", 2),
        ("B", "quotes/b/", 2),
        ("M, М", "quotes/m/", 2),
    ]
    assert [link.text for link in page.most] == [*NAMES, "Bea Once"][:MOST]
    assert sum(one.count for one in letters.values()) == page.count


def test_a_speaker_without_a_page_has_every_quote_under_the_letter() -> None:
    """Someone with a page has the newest there, and all on the page."""
    _, letters = pages(QUOTES_ON_ONE_PAGE + 1)
    ada, almos = letters["quotes/a/"].speakers
    assert (ada.speaker.url, ada.days) == ("people/ada-quill/", ())
    assert almos.latest is not None
    bo, bea = sorted(letters["quotes/b/"].speakers, key=lambda one: -one.count)
    assert bo.latest is not None
    assert bo.latest.url.startswith("quotes/")
    assert (bea.latest, [len(day.quotes) for day in bea.days]) == (None, [1])
    (place,) = [link.url for link in pages(QUOTES_ON_ONE_PAGE + 1)[0].most if link.text == "Bea Once"]
    assert place == "quotes/b/#bea-once"
