"""Which feeds a site has, and which briefs are in each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping

from msgspec import Struct

from newsbrief.collate.edition import FEEDS
from newsbrief.model.pages import BriefPage, Site
from newsbrief.model.views import Link, Teaser

FOLDER = "feeds/"
CORRECTIONS = "corrections/"
# The address of the feed of all briefs, without an ending.
ALL = f"{FOLDER}all"
# The end of an address, what it is called, its media type.
ATOM = ("atom.xml", "Atom", "application/atom+xml")
RSS = ("rss.xml", "RSS", "application/rss+xml")
JSON = ("json", "JSON Feed", "application/feed+json")
# What sets something right; updates and replies are read where they stand.
RIGHTED = ("correction", "clarification", "retraction")
Keys = Callable[[BriefPage], Iterable[str]]


# Thousands of people have feeds, each in this form: of what is as it is by default nothing is kept.
ALONE = (ATOM,)


class Feed(Struct, frozen=True, omit_defaults=True):
    """A feed in one or more forms. `page`: the address of the page it belongs to; `stem`: its own without an ending.

    `kind`: briefs; person (their quotes in these briefs); notes (of these briefs). `briefs` are newest first.
    `names`: what each form is called, where it is not the title.
    """

    page: str
    title: str
    stem: str
    forms: tuple[tuple[str, str, str], ...] = ALONE
    kind: str = "person"
    briefs: tuple[BriefPage, ...] = ()
    names: tuple[str, ...] = ()

    def told(self, longest: int) -> tuple[BriefPage, ...]:
        """The briefs that its entries are made of; it has at most `longest` entries."""
        return self.briefs if self.kind == "notes" else self.briefs[:longest]

    @property
    def links(self) -> tuple[Link, ...]:
        """Its addresses; `detail` is the media type."""
        alone = len(self.forms) == 1
        names = self.names or tuple(self.title if alone else f"{self.title} ({form})" for _, form, _ in self.forms)
        return tuple(
            Link(name, f"{self.stem}.{ending}", kind) for name, (ending, _, kind) in zip(names, self.forms, strict=True)
        )


def planned(
    site: Site, names_of_all: tuple[str, ...], title_of_corrections: str, kinds: Collection[str] = FEEDS
) -> tuple[Feed, ...]:
    """Every feed: of all briefs, and those of the edition's kinds."""
    feeds = _all(site, names_of_all, title_of_corrections)
    return tuple(feed for feed in feeds if not feed.page or feed.page.partition("/")[0] in kinds)


def _all(site: Site, names_of_all: tuple[str, ...], title_of_corrections: str) -> tuple[Feed, ...]:
    """Of all briefs, of each topic, story and person that has a published one, of what was set right."""
    shelf = sorted(site.briefs.values(), key=lambda page: (page.published_at, page.url), reverse=True)
    told = tuple(page for page in shelf if page.status == "published")
    # Who has an entry keeps it until the feed says that the brief was retracted.
    with_retracted = tuple(page for page in shelf if page.status in ("published", "retracted"))
    by_topic, by_person = _by(told, _topics), _by(told, _people)
    listed = ((page, by_topic.get(page.url)) for page in site.listings if page.kind == "topic")
    by_url = {page.url: page for page in told}
    stories = ((page, _of_teasers(page.briefs, by_url)) for page in site.story_pages)
    named = ((page, by_person.get(page.url)) for page in site.person_pages)
    righted = tuple(page for page in shelf if page.status in ("published", "retracted") and dated_notes(page))
    return (
        Feed("", "", ALL, (ATOM, RSS, JSON), "briefs", with_retracted, names_of_all),
        *(of_topic(page.url, page.title, briefs) for page, briefs in listed if briefs),
        *(of_story(page.url, page.title, briefs) for page, briefs in stories if briefs),
        *(of_person(page.url, page.name, briefs) for page, briefs in named if briefs),
        Feed(CORRECTIONS, title_of_corrections, f"{FOLDER}corrections", ALONE, "notes", righted),
    )


def of_topic(url: str, title: str, briefs: tuple[BriefPage, ...] = ()) -> Feed:
    """The feed of a topic, by its page's address and title."""
    return Feed(url, title, f"{FOLDER}{url.rstrip('/')}", (ATOM, RSS, JSON), "briefs", briefs)


def of_story(url: str, title: str, briefs: tuple[BriefPage, ...] = ()) -> Feed:
    """The feed of a story, by its page's address and title."""
    return Feed(url, title, f"{FOLDER}{url.rstrip('/')}", ALONE, "briefs", briefs)


def of_person(url: str, name: str, briefs: tuple[BriefPage, ...] = ()) -> Feed:
    """The feed of what a person says, by their page's address."""
    return Feed(url, name, f"{FOLDER}{url.rstrip('/')}", ALONE, "person", briefs)


def dated_notes(page: BriefPage) -> bool:
    """Whether the brief has anything for the feed of corrections."""
    return any(note.date and note.kind in RIGHTED for note in page.notes)


def _by(pages: Iterable[BriefPage], keys: Keys) -> Mapping[str, tuple[BriefPage, ...]]:
    found: dict[str, list[BriefPage]] = defaultdict(list)
    for page in pages:
        for key in keys(page):
            found[key].append(page)
    return {key: tuple(of_key) for key, of_key in found.items()}


def _of_teasers(teasers: Iterable[Teaser], pages: Mapping[str, BriefPage]) -> tuple[BriefPage, ...]:
    return tuple(pages[teaser.url] for teaser in teasers if teaser.url in pages)


def _topics(page: BriefPage) -> Iterable[str]:
    return dict.fromkeys(topic.url for topic in page.topics if topic.url)


def _people(page: BriefPage) -> Iterable[str]:
    """The pages of those whom the brief names or quotes; who is protected has none."""
    links = (*(line.person for line in page.people), *(quote.speaker for quote in page.quotes))
    return dict.fromkeys(link.url for link in links if link.url)
