"""The index of the search: a list of segments, and the files of each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from newsbrief.model.search import THINGS, Findable
from newsbrief.site.build.plan import Page, Shared
from newsbrief.site.facts import view_ids
from newsbrief.site.facts.records import Facts
from newsbrief.site.index.gathering import Index
from newsbrief.site.index.roles import latest
from newsbrief.site.pages import listing
from newsbrief.site.render.site import Site
from newsbrief.site.search.files import FOLDER, index_file, segment_files
from newsbrief.site.search.findable import any_of, of_brief
from newsbrief.site.search.results import result
from newsbrief.site.views.resolve import PageViews

# A segment is full when it has as many briefs. One edited brief renders one segment anew.
FULL = 400
# What of a day in ISO 8601 names its month.
MONTH = len("2029-05")
PEOPLE = "names"


def plan(index: Index, site: Site) -> Iterable[Page]:
    """Return the list of segments and each segment."""
    if not site.has("search") or "search" not in site.options.parts:
        return
    names = tuple(_names(index, site))
    parts = segments([facts for facts in index.told if facts.status == "published"])
    # Spellings that people.yaml adds or protects are part of no view.
    rules = Shared(index.options.people)
    every = [PEOPLE] * bool(names) + list(parts)
    yield Page(f"{FOLDER}index", "search_index", (), ("list", tuple(every)))
    if names:
        yield Page(f"{FOLDER}{PEOPLE}", "search_index", (), ("names", names))
    for name, briefs in parts.items():
        shows = tuple([view_ids.whole_id(facts.path) for facts in briefs])
        yield Page(f"{FOLDER}{name}", "search_index", shows, ("briefs", rules))


def segments(briefs: Sequence[Facts]) -> Mapping[str, Sequence[Facts]]:
    """Return briefs, newest first, in segments by name, the newest segment first.

    Months are joined from the oldest on until a segment is full, and the newest month is a segment of its own. So a new
    brief leaves the older segments alone. A segment is named after its first month.
    """
    by_month: dict[str, list[Facts]] = {}
    for facts in briefs:
        by_month.setdefault(facts.day[:MONTH], []).append(facts)
    months = sorted(by_month)
    found: list[list[str]] = []
    for month in months[:-1]:
        if found and sum(len(by_month[one]) for one in found[-1]) < FULL:
            found[-1].append(month)
        else:
            found.append([month])
    found += [months[-1:]] if months else []
    return {those[0]: [facts for month in reversed(those) for facts in by_month[month]] for those in reversed(found)}


def _names(index: Index, site: Site) -> Iterator[tuple[str, str, str, str, str, str]]:
    """Yield people and things with a page that a published brief names: kind, address, title, words, also, detail."""
    people = index.people
    for one in index.lists.persons.values() if site.has("person") else ():
        published = [role for role, facts in zip(one.roles, one.briefs, strict=True) if facts.status == "published"]
        if published:
            roles = dict.fromkeys(role for role in published if role)
            words = "\n".join((one.name, *people.spellings(one.name)))
            yield "person", one.url, one.name, words, "\n".join(roles), latest(roles)
    hidden = any_of({n for r in people.rules.values() if r.page == "no" for n in (r.name, *r.also)})
    for kind, url, title, is_published in _things(index, site):
        if is_published and not people.is_protected(title) and not (hidden and hidden.search(title)):
            yield kind, url, title, title, "", ""


def _things(index: Index, site: Site) -> Iterator[tuple[str, str, str, bool]]:
    if site.has("story") and "stories" in site.options.parts:
        for story in sorted(index.stories.values(), key=lambda one: one.url):
            yield "story", story.url, story.title, story.published
    for of_it in index.lists.headings:
        if of_it.kind in THINGS and site.has(listing.TEMPLATES[of_it.kind]):
            yield of_it.kind, of_it.url, of_it.name, of_it.published


def files(page: Page, views: PageViews, site: Site) -> Iterable[tuple[str, bytes]]:
    """Yield the files."""
    what, values = page.values
    if what == "list":
        yield index_file(values)
        return
    if what == "names":
        found = (Findable(k, "", url, title, words, also, detail) for k, url, title, words, also, detail in values)
    else:
        found = (one for view in page.shows for one in _of_brief(view_ids.brief_of(view), views))
    name = page.url.removeprefix(FOLDER)
    yield from segment_files(name, (result(one, site.words.date) for one in found))


def _of_brief(path: str, views: PageViews) -> Iterator[Findable]:
    index = views.index
    quotes = (views.quote(ref.id) for ref in index.quotes.by_brief[path])
    events = (views.event(ref.id) for ref in index.events.entries[path] if ref.path == path)
    return of_brief(views.text(path), views.teaser(path), quotes, events, index.people)
