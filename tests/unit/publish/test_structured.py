"""JSON-LD."""

import json

from newsbrief import collate
from newsbrief.model.brief import BriefPerson, BriefQuote
from newsbrief.model.pages import Site
from newsbrief.publish.links import Links
from newsbrief.publish.structured import of_page
from tests.unit.briefs import edition, entry

LINKS = Links("https://news.example/brief", files=False)
SOLBERG = BriefPerson("Mira Solberg", "harbour master")
QUOTE = BriefQuote("q1", ("The tide keeps no calendar", "It keeps the moon."), "Mira Solberg")


def made(**fields: object) -> Site:
    return collate.site([entry(people=(SOLBERG,), quotes=(QUOTE,), **fields)], edition())


def test_quotation_names_words_speaker_day_and_place() -> None:
    """A quote's page says who said what, when it was published and where it stands."""
    data = json.loads(of_page(made().quote_pages[0], "The Brief", LINKS))
    assert data["@type"] == "Quotation"
    assert data["text"] == "The tide keeps no calendar … It keeps the moon."
    assert data["creator"] == {"@type": "Person", "name": "Mira Solberg", "jobTitle": "harbour master"}
    assert data["datePublished"] == "2029-05-04"
    assert data["isPartOf"]["url"] == "https://news.example/brief/2029/05/04/ferry/"


def test_article_has_what_news_search_asks_for() -> None:
    """Headline, dates, author and publisher."""
    page = made(authors=("Una Wick",), source=("Harbour News Agency",)).briefs["briefs/2029-05-04-ferry.md"]
    data = json.loads(of_page(page, "The Brief", LINKS))
    assert {"headline", "datePublished", "dateModified", "author", "publisher"} <= set(data)
    assert data["author"] == [{"@type": "Person", "name": "Una Wick"}]
    assert data["isBasedOn"][0]["publisher"]["name"] == "Harbour News Agency"


def test_markup_in_a_title_stays_data() -> None:
    """No sign of HTML is in the block, and the words come back unchanged."""
    page = made(title="</script><script>alert(1)</script> & more").briefs["briefs/2029-05-04-ferry.md"]
    text = of_page(page, "The Brief", LINKS)
    assert not set("<>&") & set(text)
    assert json.loads(text)["headline"] == "</script><script>alert(1)</script> & more"


def test_what_is_not_published_says_nothing() -> None:
    """A brief in review has no data for machines."""
    site = made(status="review")
    assert of_page(site.briefs["briefs/2029-05-04-ferry.md"], "The Brief", LINKS) == ""
    assert of_page(site.quote_pages[0], "The Brief", LINKS) == ""
