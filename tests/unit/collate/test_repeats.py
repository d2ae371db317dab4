"""The same words in several briefs."""

from newsbrief import collate
from newsbrief.model.brief import BriefQuote
from newsbrief.model.entry import Entry
from newsbrief.model.pages import QuotePage, Site
from tests.unit.briefs import edition, entry

TIDE = "The tide keeps no calendar and neither does this harbour"


def told(name: str, day: int, *parts: str, speaker: str = "Mira Solberg") -> Entry:
    quote = BriefQuote("q1", parts, speaker)
    return entry(f"briefs/{name}.md", date=f"2029-05-{day:02d}", title=name.title(), quotes=(quote,))


def site(*entries: Entry) -> Site:
    return collate.site(list(entries), edition())


def by_url(made: Site) -> dict[str, QuotePage]:
    return {page.url: page for page in made.quote_pages}


def test_same_words_are_one_quote_with_its_sources() -> None:
    """The first brief's quote keeps its page and names the later brief; punctuation and case do not count."""
    made = site(told("later", 9, "the tide keeps no calendar, and neither does this harbour!"), told("first", 4, TIDE))
    pages = by_url(made)
    assert list(pages) == ["quotes/2029-05-04-first-q1/"]
    assert [link.text for link in pages["quotes/2029-05-04-first-q1/"].quote.also] == ["Later"]
    assert made.quotes.count == 1


def test_repeating_brief_leads_to_the_one_page() -> None:
    """In the later brief the quote's permalink is the first one's page, and its own anchor stays."""
    made = site(told("first", 4, TIDE), told("later", 9, TIDE))
    (quote,) = made.briefs["briefs/later.md"].quotes
    assert quote.url == "quotes/2029-05-04-first-q1/"
    assert quote.anchor == "2029/05/09/later/#q1"


def test_excerpt_is_no_quote_of_its_own() -> None:
    """A later brief that has some of the words counts as a source."""
    made = site(told("first", 4, TIDE), told("later", 9, "tide keeps no calendar and neither"))
    assert len(made.quote_pages) == 1


def test_differing_words_stand_side_by_side() -> None:
    """What two briefs have differently is two quotes, each shown on the other's page."""
    made = site(told("first", 4, TIDE), told("later", 9, "The tide keeps no calendar and nor does this old harbour"))
    first, later = (by_url(made)[f"quotes/2029-05-{name}-q1/"] for name in ("04-first", "09-later"))
    assert [other.brief.text for other in first.variants] == ["Later"]
    assert [other.brief.text for other in later.variants] == ["First"]


def test_other_people_and_other_words_stay_apart() -> None:
    """The same words of another speaker, and a few common words, are no repetition."""
    made = site(told("first", 4, TIDE), told("other", 5, TIDE, speaker="Ansel Quay"), told("short", 6, "I do not know"))
    assert len(made.quote_pages) == 3
    assert not any(page.variants or page.quote.also for page in made.quote_pages)
