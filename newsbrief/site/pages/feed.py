"""Feeds: of all briefs in three forms with whole texts; of topics, stories, people and corrections as Atom."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import chain

from msgspec.structs import replace

from newsbrief.model.pages import BriefPage
from newsbrief.model.views import Link, NoteView
from newsbrief.site import settings as own_settings
from newsbrief.site.build.plan import Page
from newsbrief.site.facts import view_ids
from newsbrief.site.facts.records import Facts
from newsbrief.site.index.gathering import Index
from newsbrief.site.pages import brief
from newsbrief.site.render.brief_body import clean_body
from newsbrief.site.render.feeds import entries, forms
from newsbrief.site.render.feeds.entries import RIGHTED, Phrases
from newsbrief.site.render.feeds.forms import Channel, Item
from newsbrief.site.render.links import root_of
from newsbrief.site.render.site import Site
from newsbrief.site.views.resolve import PageViews

FOLDER = "feeds/"
ALL = f"{FOLDER}all"
CORRECTIONS = "corrections/"
# The end of an address, the form's name, its media type, and what writes it.
ATOM = ("atom.xml", "Atom", "application/atom+xml")
RSS = ("rss.xml", "RSS", "application/rss+xml")
JSON = ("json", "JSON Feed", "application/feed+json")
WRITERS = {"atom.xml": forms.atom, "rss.xml": forms.rss, "json": forms.json_feed}
BY_NAME = {"atom": ATOM, "rss": RSS, "json": JSON}
# The entries of a feed of a topic, story or person.
NEWEST = 20
Form = tuple[str, str, str]


def plan(index: Index, site: Site) -> Iterable[Page]:
    """Return every feed.

    The values of each are the address of the page that it belongs to ("" for the site), its links, its title, its kind,
    the paths of its briefs, and, where their texts link to files, each path below the content folder with the address
    of the file, or "" for a brief, whose teaser has it. Kinds: "whole" texts, "summaries", "person" (quotes in these
    briefs), "notes" of them.
    """
    newest = sorted(index.briefs, key=lambda facts: (facts.times.published, facts.url), reverse=True)
    place = {facts.path: number for number, facts in enumerate(newest)}
    longest = int(own_settings.value(site.settings, "NEWSBRIEF_FEED_ITEMS"))
    # Readers who have an entry of a retracted brief keep it until the feed says that the brief was retracted.
    shown = [facts for facts in newest if facts.status in ("published", "retracted")]
    yield _feed("", ALL, "", "whole", shown[:longest], (ATOM, RSS, JSON), index, site, _names(site))
    for url, title, kind, briefs in _of_pages(index, site):
        told = sorted((facts for facts in briefs if facts.status == "published"), key=lambda facts: place[facts.path])
        if told:
            yield _feed(url, f"{FOLDER}{url.rstrip('/')}", title, kind, told[:NEWEST], _forms(url, site), index, site)
    if "corrections" in site.options.feeds:
        righted = [facts for facts in shown if any(note.day and note.kind in RIGHTED for note in facts.times.notes)]
        yield _feed(
            CORRECTIONS,
            f"{FOLDER}corrections",
            site.words.gettext("Corrections"),
            "notes",
            righted,
            (ATOM,),
            index,
            site,
        )


def _names(site: Site) -> tuple[str, ...]:
    _ = site.words.gettext
    return (_("All briefs (Atom)"), _("All briefs (RSS)"), _("All briefs (JSON Feed)"))


def _of_pages(index: Index, site: Site) -> Iterator[tuple[str, str, str, Sequence[Facts]]]:
    """Yield the pages that may have a feed: address, title, kind of feed, briefs."""
    kind = "whole" if site.settings.get("NEWSBRIEF_FEED_FULL") else "summaries"
    wanted = site.options.feeds
    if "topics" in wanted:
        yield from ((one.url, one.name, kind, one.briefs) for one in index.lists.headings if one.kind == "topic")
    if "stories" in wanted and "stories" in site.options.parts:
        for story in sorted(index.stories.values(), key=lambda one: one.url):
            yield story.url, story.title, kind, [index.by_path[path] for path in story.paths]
    if "people" in wanted:
        yield from ((one.url, one.name, "person", one.briefs) for one in index.lists.persons.values())


def _forms(url: str, site: Site) -> tuple[Form, ...]:
    if not url.startswith("topics/"):
        return (ATOM,)
    return tuple(BY_NAME[name] for name in site.settings.get("NEWSBRIEF_FEED_FORMS", ("atom",)))


def _feed(
    url: str,
    stem: str,
    title: str,
    kind: str,
    briefs: Sequence[Facts],
    forms: tuple[Form, ...],
    index: Index,
    site: Site,
    names: Sequence[str] = (),
) -> Page:
    names = names or [title if len(forms) == 1 else f"{title} ({name})" for _, name, _ in forms]
    links = tuple(Link(name, f"{stem}.{ending}", media) for name, (ending, _, media) in zip(names, forms, strict=True))
    paths = tuple(facts.path for facts in briefs)
    linked = dict(chain.from_iterable(_linked(facts, index, site) for facts in briefs)) if kind == "whole" else {}
    own = chain.from_iterable(_shows(facts, kind) for facts in briefs)
    shows = dict.fromkeys((*own, *(path for path, target in linked.items() if not target)))
    return Page(stem, "feed", tuple(shows), (url, links, title, kind, paths, tuple(linked.items())))


def _linked(facts: Facts, index: Index, site: Site) -> Iterator[tuple[str, str]]:
    """Yield the path and the address of what a text links to; the address is "" for a brief."""
    if facts.links.files and facts.status == "published":
        yield from brief.targets_of(facts, site)
        yield from ((path, "") for path in facts.links.files if path in index.by_path)


def _shows(facts: Facts, kind: str) -> Iterator[str]:
    yield facts.path
    if facts.digests.notes:
        yield view_ids.notes_id(facts.path)
    if kind == "whole" and facts.status == "published":
        yield view_ids.whole_id(facts.path)
    if kind == "person":
        yield from (view_ids.quote_id(facts.path, quote.id) for quote in facts.quotes)


def files(page: Page, views: PageViews, site: Site) -> Iterable[tuple[str, bytes]]:
    """Yield each form of the feed."""
    url, links, title, *_ = page.values
    address = root_of(own_settings.feed_siteurl(site.settings))
    items = _items(page, views, site)
    for link in links:
        channel = Channel(
            title=f"{site.name}: {title}" if url else site.name,
            subtitle=site.tagline,
            url=address(url),
            feed_url=address(link.url),
            lang=site.lang,
            author=site.name,
        )
        yield link.url, WRITERS[link.url.rpartition("/")[2].partition(".")[2]](channel, items).encode()


def _items(page: Page, views: PageViews, site: Site) -> Sequence[Item]:
    url, _, _, kind, paths, linked = page.values
    address = root_of(own_settings.feed_siteurl(site.settings))
    pages = [_page(path, kind, views) for path in paths]
    if kind == "notes":
        kinds = {one: site.words.gettext(one.capitalize()) for one in RIGHTED}
        of_page = partial(entries.of_notes, kinds=kinds, address=address, zone=site.options.zone)
        noted = sorted(
            chain.from_iterable(map(of_page, pages)), key=lambda item: (item.published, item.id), reverse=True
        )
        return noted[: int(own_settings.value(site.settings, "NEWSBRIEF_FEED_ITEMS"))]
    if kind == "person":
        return [entries.of_person(one, url, address) for one in pages]
    phrases = _phrases(site)
    targets = {path: target or views.teaser(path).url for path, target in linked}
    return [_entry(one, views, site, phrases, targets if kind == "whole" else None) for one in pages]


def _entry(one: BriefPage, views: PageViews, site: Site, phrases: Phrases, targets: Mapping[str, str] | None) -> Item:
    """Return the entry of a brief: its whole text where `targets` of its links are given, else its summary."""
    address = root_of(own_settings.feed_siteurl(site.settings))
    if one.status == "retracted":
        return entries.of_retracted(one, address, phrases)
    html = "" if targets is None else clean_body(views.text(one.source_file), site, targets, address(""))
    return entries.of_brief(one, html, address, phrases)


def _page(path: str, kind: str, views: PageViews) -> BriefPage:
    """Return what feeds show of a brief."""
    found = replace(views.outline(path), notes=views.notes(path))
    facts = views.index.by_path[path]
    if kind == "whole" and facts.digests.photo and facts.status == "published":
        found = replace(found, photo=views.photo(path))
    if kind == "person":
        found = replace(found, quotes=tuple(views.quote(ref.id) for ref in views.index.quotes.by_brief.get(path, ())))
    return found


def _phrases(site: Site) -> Phrases:
    """Return the site's words in entries, in its language."""
    _ = site.words.gettext

    def note(view: NoteView) -> str:
        kind = _(view.kind.capitalize())
        return f"{kind}, {site.words.date(view.date)}" if view.date else kind

    gone = (_("This brief has been retracted."), _("Its text, quotes and dates are no longer published."))
    return Phrases(note, lambda headline: _("Retracted: %(headline)s", headline=headline), " ".join(gone))
