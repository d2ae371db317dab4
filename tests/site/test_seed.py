"""What the seed article must give, on every page that shows it."""

import re

import pytest

from newsbrief import document
from newsbrief.model.brief import Brief
from tests.newsroom import Newsroom
from tests.site.reading import Page

BRIEF = "2023/09/21/south-korean-leader-warns-russia/index.html"
RAW = "2023-09-21-south-korean-leader-warns-russia.txt"
PARADOXICAL = (
    "It is paradoxical that a permanent member of the U.N. Security Council, entrusted as the ultimate guardian of "
    "world peace, would wage war by invading another sovereign nation and receive arms and ammunition from a regime "
    "that blatantly violates Security Council resolutions"
)
DEAL = (
    "Such a deal between Russia and the DPRK will be a direct provocation threatening the peace and security of not "
    "only Ukraine but also the Republic of Korea"
)
STAND = "The Republic of Korea, together with its allies and partners, will not stand idly by"
ROLE = "South Korea’s president"


@pytest.fixture(scope="module")
def brief(seed_site: Newsroom) -> Brief:
    """The committed brief of the seed article."""
    return document.parse((seed_site.content / "briefs" / RAW.replace(".txt", ".md")).read_text("utf-8"))


def test_facts_beside_the_text_are_the_articles(brief: Brief) -> None:
    """Credit, rights, byline, source and date are what the article says."""
    assert brief.photo is not None
    assert (brief.photo.credit, brief.photo.rights) == ("AP", "Fair Use")
    assert brief.authors == ("Staff",)
    assert brief.source == ("Associated Press",)
    assert brief.date.day.isoformat() == "2023-09-21"
    assert brief.status == "published"


def test_every_quote_is_the_presidents(brief: Brief) -> None:
    """Two quotes, the second in two parts, both by Yoon Suk Yeol; one word is no quote."""
    assert [quote.speaker for quote in brief.quotes] == ["Yoon Suk Yeol", "Yoon Suk Yeol"]
    assert brief.quotes[0].text == (PARADOXICAL,)
    assert [part.rstrip(".") for part in brief.quotes[1].text] == [DEAL, STAND]


def test_events_are_dated_as_precisely_as_the_article_dates_them(brief: Brief) -> None:
    """A day, a month and a year, each with the words that date it and the clause that tells it."""
    events = {event.date: (event.when, event.text) for event in brief.events}
    assert sorted(events) == ["2022", "2023-09", "2023-09-20"]
    assert events["2023-09-20"][0] == "on Wednesday"
    assert events["2023-09"][0] == "earlier this month"
    assert "$300 million" in events["2023-09"][1]
    assert events["2022"][0] == "in 2022"
    assert "invasion" in events["2022"][1]


def test_people_are_people(brief: Brief) -> None:
    """Three people with their roles; countries and capitals are none."""
    assert {person.name: person.role for person in brief.people} == {
        "Yoon Suk Yeol": ROLE,
        "Kim Jong Un": "North Korean leader",
        "Vladimir Putin": "Russian President",
    }


def test_places_and_organisations_are_as_the_article_names_them(brief: Brief) -> None:
    """No person among the places, and the bodies the article names among the organisations."""
    assert {"South Korea", "North Korea", "Russia", "Ukraine", "India", "Seoul"} <= set(brief.places)
    assert {"U.N. Security Council", "U.N. General Assembly"} <= set(brief.organisations)
    named = {person.name for person in brief.people}
    assert not named & (set(brief.places) | set(brief.organisations))


def test_raw_article_is_kept_byte_for_byte(seed_newsroom: Newsroom) -> None:
    """A build leaves content/ as it is, the raw article above all."""
    before = {path: path.read_bytes() for path in seed_newsroom.content.rglob("*") if path.is_file()}
    assert seed_newsroom.build().returncode == 0
    after = {path: path.read_bytes() for path in seed_newsroom.content.rglob("*") if path.is_file()}
    assert after == before


def test_committed_brief_is_what_the_desk_writes(seed_newsroom: Newsroom) -> None:
    """Ingesting the raw article anew and approving it gives the committed brief, but for who approved it."""
    file = seed_newsroom.content / "briefs" / RAW.replace(".txt", ".md")
    committed = file.read_bytes()
    file.unlink()
    assert seed_newsroom.run("ingest").returncode == 0
    assert seed_newsroom.run("approve", "--by", "Bo", str(file)).returncode == 0
    assert file.read_bytes().replace(b"reviewed: {by: Bo, on: 2030-03-01}\n", b"") == committed


def test_brief_page_shows_the_facts(seed_site: Newsroom) -> None:
    """Headline, source, byline, credit, quotes with their permalinks, and dates with their precision."""
    page = Page(seed_site.page(BRIEF))
    for words in ("Associated Press", "Staff", "AP", "Fair Use", "21 September 2023", "20 September", "September 2023"):
        assert words in page.text
    assert PARADOXICAL in page.text
    assert {"q1", "q2", "e1", "e2", "e3"} <= set(page.ids)
    assert not [tag for tag, _ in page.tags if tag == "img"]


def test_articles_sentences_stay_whole(seed_site: Newsroom) -> None:
    """Marks and explanations aside, the body has the article's words in the article's order."""
    raw = (seed_site.content / "raw" / RAW).read_text("utf-8")
    body = seed_site.page(BRIEF)
    bare = re.sub(r'<small>.*?</small>|<a href="[^"]*" aria-label.*?</a>', "", body)
    words = re.sub(r"\s+", " ", Page(bare).text.replace(" ,", ","))
    for paragraph in raw.split("\n\n")[2:-1]:
        assert re.sub(r"\s+", " ", paragraph.strip()) in words


def test_front_page_leads_to_the_brief(seed_site: Newsroom) -> None:
    """The headline stands on the front page under its day."""
    page = Page(seed_site.page("index.html"))
    assert "South Korean leader warns Russia against weapons collaboration with the North" in page.text
    assert BRIEF.removesuffix("index.html") in page.links


def test_timeline_has_three_entries(seed_site: Newsroom) -> None:
    """Each with its date, the clause and the words that dated it; the recent visit is not there."""
    page = Page(seed_site.page("timeline/index.html"))
    dates = [attributes["datetime"] for tag, attributes in page.tags if tag == "time" and "datetime" in attributes]
    assert {"2023-09-20", "2023-09", "2022"} <= set(dates)
    for words in ("on Wednesday", "earlier this month", "in 2022", "$300 million"):
        assert words in page.text
    assert "recent visit" not in page.text


def test_quotes_page_and_permalinks_name_the_speaker(seed_site: Newsroom) -> None:
    """Both quotes stand under Yoon Suk Yeol with his role, and each has a page."""
    index = Page(seed_site.page("quotes/index.html"))
    for words in ("Yoon Suk Yeol", ROLE, PARADOXICAL, DEAL, STAND):
        assert words in index.text
    for number, words in ((1, PARADOXICAL), (2, STAND)):
        page = Page(seed_site.page(f"quotes/2023-09-21-south-korean-leader-warns-russia-q{number}/index.html"))
        assert "Yoon Suk Yeol" in page.text
        assert ROLE in page.text
        assert words in page.text


def test_only_the_president_has_a_page(seed_site: Newsroom) -> None:
    """He is quoted with a role; the others are named in one brief."""
    people = {path.parent.name for path in (seed_site.output / "people").glob("*/index.html")}
    assert people == {"yoon-suk-yeol"}
    page = Page(seed_site.page("people/yoon-suk-yeol/index.html"))
    for words in ("Yoon Suk Yeol", ROLE, PARADOXICAL, STAND, "$300 million"):
        assert words in page.text


def test_recent_visit_is_listed_by_check(seed_newsroom: Newsroom) -> None:
    """`newsbrief check` names the line of the visit that has no date, and nothing about the quotes."""
    done = seed_newsroom.run("check")
    assert done.returncode == 0
    assert re.search(r"\.md:\d+: .*recent.*\[undated-event\]", done.stdout)
    assert "unnamed-speaker" not in done.stdout


@pytest.mark.parametrize(
    "page",
    ["index.html", "timeline/index.html", "quotes/index.html", "people/index.html", "topics/index.html",
     "archive/index.html", "2023/index.html", "2023/09/index.html", "404.html", "about/index.html",
     "feeds/all.atom.xml", "feeds/all.rss.xml", "feeds/all.json"],
)  # fmt: skip
def test_site_is_complete(seed_site: Newsroom, page: str) -> None:
    """Every kind of page is there."""
    assert (seed_site.output / page).is_file()
