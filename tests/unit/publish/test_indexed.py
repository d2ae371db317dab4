"""When pages changed, as the sitemap tells."""

import datetime as dt

from msgspec.structs import replace

from newsbrief import collate
from newsbrief.model.brief import BriefEvent, BriefPerson, BriefQuote, Note
from newsbrief.publish.indexed import places
from newsbrief.publish.kinds import pages
from newsbrief.publish.links import Links
from tests.unit.briefs import edition, entry

ROOT = "https://news.example/"
SOLBERG = BriefPerson("Mira Solberg", "harbour master")
QUOTE = BriefQuote("q1", ("The tide keeps no calendar",), "Mira Solberg")
EVENTS = tuple(BriefEvent(f"e{day}", f"2029-04-{day}", "then", f"Tide {day} came in.") for day in range(11, 16))
OLD = entry(
    "briefs/a.md", date="2029-05-01", people=(SOLBERG,), quotes=(QUOTE,), events=EVENTS, story="Tide", tags=("Sea",)
)
NEW = entry("briefs/b.md", date="2029-05-09", slug="b", notes=(Note("correction", "Four.", dt.date(2029, 5, 12)),))


def changed(*entries: object) -> dict[str, str]:
    site = collate.site(list(entries), edition())  # type: ignore[arg-type]
    lists = [model for _, model in pages(site, lambda template: True)]
    return {
        place.url.removeprefix(ROOT): place.changed.date().isoformat() if place.changed else ""
        for place in places(lists, site, Links(ROOT.rstrip("/"), files=False))
    }


def test_every_page_made_of_briefs_tells_when_the_last_of_them_changed() -> None:
    """Stories, people, quotes, timelines, indexes and corrections as well as lists."""
    told = changed(OLD, NEW)
    older = {
        url: told[url] for url in told if url.startswith(("stories/", "people/", "quotes/", "timeline/", "topics/"))
    }
    assert {"stories/", "stories/tide/", "people/", "people/mira-solberg/", "quotes/", "timeline/", "topics/"} <= set(
        older
    )
    assert set(older.values()) == {"2029-05-01"}
    assert (told["corrections/"], told[""], told["archive/"]) == ("2029-05-12", "2029-05-12", "2029-05-12")


def test_what_is_in_review_dates_no_page() -> None:
    """A preview's lists show it, and search engines are told nothing of it."""
    waiting = replace(OLD, brief=replace(OLD.brief, status="review"))
    told = changed(waiting, NEW)
    assert not [url for url in told if told[url] == "2029-05-01"]
