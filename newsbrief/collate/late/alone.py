"""Whether all other briefs say what they said: then only neighbours change, and pages that are made of many briefs.

They do not where a name is spelt in a new way or comes to have a page, where events or quotes of two briefs belong
together, or where a person wrote that they do. Asked too strictly, this costs time; too loosely, a wrong page.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from msgspec.structs import replace

from newsbrief.collate import addresses, repeats
from newsbrief.collate.late import standing
from newsbrief.collate.late.change import Desk, Known
from newsbrief.collate.late.rows import linked
from newsbrief.collate.late.standing import Share, corrected, share
from newsbrief.collate.people import BRIEFS_FOR_A_PAGE, People, of_rules
from newsbrief.collate.retold import Rarity, Told, sure
from newsbrief.collate.same_event import told_plainly
from newsbrief.collate.tellings import names_of, tellings
from newsbrief.collate.things import BRIEFS_FOR_A_PAGE as BRIEFS_FOR_A_THING
from newsbrief.collate.things import FOLDERS, Things
from newsbrief.collate.visible import telling
from newsbrief.model.entry import Entry
from newsbrief.model.register import Row, Standing
from newsbrief.model.views import QuoteView


def plain(desk: Desk) -> bool:
    """Whether no rule and no brief, before and after, reaches further than names, quotes and dates do."""
    rules = any(rule.page == "no" or rule.briefs for rule in desk.edition.people)
    return not rules and all(map(_plain, (*desk.old, *desk.new)))


def _plain(entry: Entry) -> bool:
    brief = entry.brief
    further = (brief.aliases, brief.notes, brief.photo and brief.photo.file, tuple(linked(entry)))
    return telling(entry) and not any(further)


def known(desk: Desk) -> Known | None:
    """Who is who after the change; None where that is another one for a brief that did not change."""
    before = _people(desk, desk.register.standing, desk.register.with_page)
    names = [name for entry in (*desk.old, *desk.new) for name in share(entry, before, Things(before, {}), ()).spelt]
    alike = all(_spelt_alike(key, name, desk.register.standing, before) for key, name in names)
    if not alike or len(set(names)) > len(dict(names)):
        return None
    people = replace(before, canonical={**dict(names), **before.canonical})
    gone, come = _shares(desk.old, before), _shares(desk.new, people)
    between = corrected(desk.register.standing, gone, ())
    after = corrected(between, (), come)
    touched = {name for one in (*gone, *come) for name in one.named}
    nobody = _people(desk, after, frozenset())
    chosen = {name for name in touched if _has_page(name, after, nobody)}
    found = replace(nobody, with_page=(desk.register.with_page - touched) | chosen)
    made = Known(found, _things(found, after), gone, come, desk.register.standing, between, after)
    was = _things(before, desk.register.standing)
    keys = {key for one in (*gone, *come) for key in one.users if key in between.users}
    return made if all(_of(key, was) == _of(key, made.things) for key in keys) else None


def _people(desk: Desk, of: Standing, with_page: frozenset[str]) -> People:
    """Who is who, as `people.gather` would tell from all briefs."""
    ruled = of_rules(desk.edition.people)
    chosen = {addresses.name_key(name) for name, rule in ruled.rules.items() if rule.page == "yes"}
    bodies = of.bodies.keys() - of.persons.keys() - chosen
    return replace(
        ruled,
        canonical={**of.spelt, **ruled.canonical},
        with_page=with_page,
        organisations={key: _page_of(f"organisations/{key}/", of) for key in sorted(bodies)},
        sources=frozenset(of.sources),
    )


def _page_of(url: str, of: Standing) -> str | None:
    return url if of.things.get(url, 0) >= BRIEFS_FOR_A_THING else None


def _spelt_alike(key: str, name: str, of: Standing, ruled: People) -> bool:
    if any(addresses.name_key(one) == key for rule in ruled.rules.values() for one in (rule.name, *rule.also)):
        return True
    return key not in of.mixed and of.spelt.get(key, name) == name


def _shares(entries: Iterable[Entry], people: People) -> tuple[Share, ...]:
    things = Things(people, {})
    return tuple(share(entry, people, things, told_plainly(tellings([entry]), people)) for entry in entries)


def _has_page(name: str, of: Standing, people: People) -> bool:
    rule = people.rules.get(name)
    enough = of.named.get(name, 0) >= BRIEFS_FOR_A_PAGE or name in of.roled or (rule is not None and rule.page == "yes")
    return name in of.named and enough and not people.organisation(name)


def _things(people: People, of: Standing) -> Things:
    """Which places and organisations have a page; how they are spelt, their lists tell."""
    return Things(people, {url: frozenset() for url, count in of.things.items() if count >= BRIEFS_FOR_A_THING})


def _of(key: str, things: Things) -> object:
    """All that a brief which uses a name shows of who or what that is."""
    people = things.people
    name = people.canonical.get(key)
    pages = [f"{folder}/{key}/" in things.spellings for folder in FOLDERS.values()]
    return name, name in people.with_page, people.organisations.get(key, ""), key in people.sources, pages


def events_stand(desk: Desk, who: Known) -> bool:
    """Whether the same events of other briefs are one as before, and none of them one with a changed brief's."""
    gone, come = (told_plainly(tellings(entries), who.people) for entries in (desk.old, desk.new))
    if not gone and not come:
        return True
    rarity = standing.rarities(who.before), standing.rarities(who.after)
    if not _as_rare(rarity, who, (*gone, *come)):
        return False
    dates = {one.telling.event.date for one in (*gone, *come)}
    paths = [row.path for row in desk.others if not dates.isdisjoint(row.dates)]
    others = told_plainly(tellings(map(desk.entry, paths)), who.people)
    of_dates = [one for one in others if one.telling.event.date in dates]
    alone = _pairs(of_dates, *rarity[0])
    return alone == _pairs((*of_dates, *gone), *rarity[0]) == _pairs((*of_dates, *come), *rarity[1])


def _as_rare(rarity: Sequence[tuple[Rarity, Rarity]], who: Known, told: Sequence[Told]) -> bool:
    """Whether every word and name that another brief holds is as rare as before."""
    (words, names), (words_now, names_now) = rarity
    if int(words.most) != int(words_now.most) or int(names.most) != int(names_now.most):
        return False
    held = {word for one in told for word in one.wording.words if word in who.between.words}
    called = {name for one in told for name in one.cast.known if name in who.between.known}
    return all(words.rare(word) == words_now.rare(word) for word in held) and all(
        names.rare(name) == names_now.rare(name) for name in called
    )


def _pairs(told: Sequence[Told], words: Rarity, names: Rarity) -> frozenset[tuple[object, object]]:
    ordered = sorted(told, key=lambda one: one.telling.age)
    return frozenset((one.key, other.key) for one, other in sure(ordered, words, names))


def quotes_stand(desk: Desk, before: Sequence[QuoteView], now: Sequence[QuoteView]) -> bool:
    """Whether no changed brief's quote has the words of another brief's, nor had; the others stay as they are.

    That some of the words are the same matters to the pages of quotes alone.
    """
    speakers = {quote.speaker.text for quote in (*before, *now)}
    paths = [row.path for row in desk.others if not speakers.isdisjoint(row.names)]
    others = [quote for path in paths for quote in desk.gist(path).page.quotes if quote.speaker.text in speakers]
    pages = "quotes" in desk.edition.parts
    alone = _bonds(others, pages)
    return all(
        _bonds((*others, *quotes), pages) == {**alone, **{quote.anchor: (quote.anchor, (), ()) for quote in quotes}}
        for quotes in (before, now)
    )


def _bonds(
    quotes: Iterable[QuoteView], pages: bool
) -> Mapping[str, tuple[str, tuple[str | None, ...], tuple[str, ...]]]:
    """Of each quote, by anchor, whose words it has, who has its own, and who has nearly the same, by their anchors."""
    made = repeats.found(replace(quote, url=quote.anchor, also=(), repeats=False) for quote in quotes)
    variants = made.variants if pages else {}
    return {
        anchor: (view.url, tuple(link.url for link in view.also), tuple(one.anchor for one in variants.get(anchor, ())))
        for anchor, view in made.views.items()
    }


def addresses_stand(desk: Desk, come: Sequence[Row], taken: Iterable[str]) -> bool:
    """Whether no changed brief takes an address of another, or a name by which front matter calls one.

    `taken`: the addresses of pages that people wrote, in small letters.
    """
    if any(name in desk.register.linked for entry in (*desk.old, *desk.new) for name in names_of(entry)):
        return False
    wanted = [url for row in come for url in row.addresses]
    own = frozenset(wanted)
    if len(own) < len(wanted) or any(row.url in own for row in desk.others):
        return False
    # The address of a quote has its brief's day, but those of briefs may be whatever the settings say.
    days = {row.day for row in come}
    like_quotes = any(row.url.startswith(addresses.QUOTES) for row in come)
    if any(not own.isdisjoint(row.addresses) for row in desk.others if row.day in days or like_quotes):
        return False
    return set(taken).isdisjoint(url.casefold() for url in wanted)
