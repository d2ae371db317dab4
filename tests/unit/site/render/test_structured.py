"""JSON-LD. tests/site/test_machines.py compares whole pages with schema.org and Google's rules."""

import json
from pathlib import Path
from typing import Any

import pytest

from newsbrief.model.brief import BriefPerson, BriefQuote, Note
from newsbrief.site.render.breadcrumbs import OwnPage
from newsbrief.site.render.identity import Identity
from newsbrief.site.render.links import Links
from newsbrief.site.render.structured import of_page
from tests.unit.briefs import entry, moment
from tests.unit.site.render.models import models

ROOT = "https://news.example/brief/"
MENU = {"quotes/": "Quotes", "archive/": "Archive", "people/": "People"}
SITE = Identity("The Brief", "Who said what", "en", Links(ROOT.rstrip("/"), files=False), "theme/favicon.svg", MENU)
PREVIEW = Identity("The Brief", "", "en", Links("", files=False), "theme/favicon.svg", MENU)
SOLBERG = BriefPerson("Mira Solberg", "harbour master")
QUOTE = BriefQuote("q1", ("The tide keeps no calendar", "It keeps the moon."), "Mira Solberg")


# No folder of this name is there: nothing here reads files.
CONTENT = Path("nowhere")


def of_kind(kind: str, **fields: Any) -> list[Any]:
    return models(CONTENT, kind, entry(**{"people": (SOLBERG,), "quotes": (QUOTE,), **fields}))


def page_of(**fields: object) -> Any:
    return of_kind("brief", **fields)[0]


def listing(kind: str, **fields: object) -> Any:
    return next(page for page in of_kind("listing", **fields) if page.kind == kind)


def things(model: object, identity: Identity = SITE) -> list[dict[str, Any]]:
    data = json.loads(of_page(model, identity))
    return list(data.get("@graph", [data]))


def test_quotation_names_words_speaker_day_and_place() -> None:
    """A quote's page says who said what, when it was published and where it stands."""
    data = things(of_kind("quote")[0])[0]
    assert data["@type"] == "Quotation"
    assert data["text"] == "The tide keeps no calendar … It keeps the moon."
    assert data["spokenByCharacter"] == {
        "@type": "Person",
        "name": "Mira Solberg",
        "url": f"{ROOT}people/mira-solberg/",
        "jobTitle": "harbour master",
    }
    assert data["creator"] == data["spokenByCharacter"]
    assert data["url"].startswith(f"{ROOT}quotes/")
    assert data["datePublished"] == "2029-05-04"
    assert data["isPartOf"]["url"] == f"{ROOT}2029/05/04/ferry/"


def test_article_has_what_news_search_asks_for() -> None:
    """Headline, instants, author with page, publisher, and the article it was made from."""
    data = things(page_of(authors=("Una Wick",), source=("Harbour News Agency",), link="https://h.example/1"))[0]
    assert data["author"] == [{"@type": "Person", "name": "Una Wick", "url": f"{ROOT}authors/una-wick/"}]
    assert data["publisher"] == {"@type": "Organization", "name": "The Brief"}
    assert things(of_kind("front")[0])[0]["publisher"]["logo"] == f"{ROOT}theme/favicon.svg"
    assert data["datePublished"] == data["dateModified"] == "2029-05-04"
    assert data["isBasedOn"] == [
        {
            "@type": "CreativeWork",
            "publisher": {"@type": "Organization", "name": "Harbour News Agency"},
            "url": "https://h.example/1",
        }
    ]


@pytest.mark.parametrize(
    ("byline", "fields", "kind"),
    [
        ("김철수", {}, "Person"),
        ("Voltaire", {}, "Person"),
        ("Una Wick", {}, "Person"),
        ("Staff", {}, "Organization"),
        ("Slack Tide Film Desk", {}, "Organization"),
        ("편집국", {}, "Organization"),
        ("the  brief", {}, "Organization"),
        ("Harbour Wire", {"source": ("Harbour Wire",)}, "Organization"),
        ("Lantern Society", {"organisations": ("Lantern Society",)}, "Organization"),
        ("Mira Solberg", {"organisations": ("Mira Solberg",)}, "Person"),
    ],
)
def test_byline_is_a_persons_unless_it_is_known_to_be_an_organisations(
    byline: str, fields: dict[str, object], kind: str
) -> None:
    """By its words, as the site's own name, as a source or an organisation: on the brief and the author's page."""
    (article, *_) = things(page_of(authors=(byline,), **fields))
    assert [one["@type"] for one in article["author"]] == [kind]
    (profile, *_) = things(listing("author", authors=(byline,), **fields))
    assert (profile["@type"], profile["mainEntity"]["@type"]) == ("ProfilePage", kind)


def test_organisation_that_speaks_is_no_person() -> None:
    """Its quote names an Organization and has no role of anybody."""
    quote = BriefQuote("q1", ("We hear of it first",), "Canning Company")
    (page,) = of_kind("quote", people=(), organisations=("Canning Company",), quotes=(quote,))
    assert things(page)[0]["spokenByCharacter"] == {"@type": "Organization", "name": "Canning Company"}


@pytest.mark.parametrize(
    ("role", "title"),
    [("harbour master", "harbour master"), ("who led the builders", None), ("mother", None), ("a warden", None)],
)
def test_only_a_title_is_one(role: str, title: str | None) -> None:
    """What somebody did and whose kin they are is no job's title; a person of the news has no profile here."""
    people = (BriefPerson("Mira Solberg", role),)
    (page, *_) = things(of_kind("person", people=people)[0])
    assert page["@type"] == "WebPage"
    assert page["mainEntity"]["@type"] == "Person"
    assert page["mainEntity"].get("jobTitle") == title
    assert things(of_kind("quote", people=people)[0])[0]["spokenByCharacter"].get("jobTitle") == title


def test_brief_without_a_byline_is_the_sites_work() -> None:
    """Search asks for an author; where nobody signed, it is the newsroom."""
    assert things(page_of())[0]["author"] == [{"@type": "Organization", "name": "The Brief", "url": ROOT}]


@pytest.mark.parametrize(
    ("fields", "modified"),
    [
        ({"modified": moment("2029-05-06 12:00")}, "2029-05-06T12:00:00+00:00"),
        ({"modified": moment("2029-05-01")}, "2029-05-04"),
        ({"notes": (Note("correction", "Four, not five.", moment("2029-05-07").day),)}, "2029-05-07"),
        ({"notes": (Note("update", "To come.", moment("2031-01-01").day),)}, "2029-05-04"),
        ({"date": "2029-05-04 14:30"}, "2029-05-04T14:30:00+00:00"),
        ({"date": "2029-05-04 14:30", "modified": moment("2029-05-04")}, "2029-05-04T14:30:00+00:00"),
    ],
)
def test_last_change_is_what_the_brief_says(fields: dict[str, object], modified: str) -> None:
    """The latest of `modified` and dated notes, never before publication and never after the build; a day stays one."""
    assert things(page_of(**fields))[0]["dateModified"] == modified


def test_correction_is_there_and_an_update_is_not() -> None:
    """Only what sets something right is a CorrectionComment."""
    notes = (Note("correction", "Four, not five."), Note("update", "It has sailed."))
    assert things(page_of(notes=notes))[0]["correction"] == [{"@type": "CorrectionComment", "text": "Four, not five."}]


def test_breadcrumbs_begin_at_the_front_page() -> None:
    """The last one is the page itself, without an address; that of a brief is its story, else section, else topic."""
    steps = things(page_of(category="Harbour"))[1]["itemListElement"]
    assert [(step["position"], step["name"], step.get("item")) for step in steps] == [
        (1, "The Brief", ROOT),
        (2, "Harbour", f"{ROOT}sections/harbour/"),
    ]
    assert [thing["@type"] for thing in things(page_of(category=""))] == ["NewsArticle"]
    topic = things(page_of(tags=("Ferry", "Tide")))[1]["itemListElement"]
    assert [step["name"] for step in topic] == ["The Brief", "Ferry"]
    story = things(page_of(tags=("Ferry",), category="Harbour", story="Ferry war"))[1]["itemListElement"]
    assert [(step["name"], step["item"]) for step in story][1:] == [("Ferry war", f"{ROOT}stories/ferry-war/")]
    person = things(of_kind("person")[0])[1]["itemListElement"]
    assert [(step["name"], step.get("item")) for step in person] == [
        *(("The Brief", ROOT), ("People", f"{ROOT}people/"), ("Mira Solberg", None))
    ]
    month = next(page for page in of_kind("archive") if page.url == "2029/05/")
    assert [step["name"] for step in things(month)[0]["itemListElement"]] == [
        *("The Brief", "Archive", "2029", "May 2029")
    ]
    own = things(OwnPage("About us", "about/"))[0]["itemListElement"]
    assert [step["name"] for step in own] == ["The Brief", "About us"]


def test_preview_without_an_address_names_none() -> None:
    """No address is made up, so that there are no breadcrumbs and no lists."""
    fields = {"tags": ("Ferry",), "authors": ("Una Wick",)}
    (article,) = things(page_of(**fields), PREVIEW)
    assert "url" not in json.dumps(article)
    assert of_page(listing("topic", **fields), PREVIEW) == ""


def test_markup_in_a_title_stays_data() -> None:
    """No sign of HTML is in the block, and the words come back unchanged."""
    page = page_of(title="</script><script>alert(1)</script> & more")
    text = of_page(page, SITE)
    assert not set("<>&") & set(text)
    assert things(page)[0]["headline"] == "</script><script>alert(1)</script> & more"


def test_what_is_not_published_says_nothing() -> None:
    """A brief in review has no data for machines, nor has its quote or a list that has nothing else."""
    fields = {"status": "review", "tags": ("Ferry",)}
    assert of_page(page_of(**fields), SITE) == ""
    assert of_page(of_kind("quote", **fields)[0], SITE) == ""
    assert [one["@type"] for one in things(listing("topic", **fields))] == ["BreadcrumbList"]
