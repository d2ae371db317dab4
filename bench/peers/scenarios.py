"""What happens to a site between two builds, as a table; a new row is measured with everything that can be."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from bench.peers.newsroom import IMPRINT, PARAGRAPHS, Item, Newsroom, spare

COLD, NOTHING = "cold", "nothing"


@dataclass(frozen=True, slots=True)
class Scenario:
    """`edit` gives the newsroom as it is after the `number`-th time (from 1), of one with `count` briefs at first.

    `shows`: what then stands on which pages, by address; a server is done when it shows all of it.
    """

    key: str
    title: str
    edit: Callable[[Newsroom, int, int], Newsroom]
    shows: Callable[[Newsroom], Mapping[str, str]]


def _nothing(newsroom: Newsroom, count: int, number: int) -> Newsroom:
    return newsroom


def _body(newsroom: Newsroom, count: int, number: int) -> Newsroom:
    def edited(item: Item) -> Item:
        return replace(
            item, rest=(*item.rest[:PARAGRAPHS], f"A paragraph was added in edition {number} of this brief.")
        )

    return _in_the_middle(newsroom, count, edited)


def _title(newsroom: Newsroom, count: int, number: int) -> Newsroom:
    def edited(item: Item) -> Item:
        return replace(item, title=f"{item.title.partition(', put')[0]}, put {number} times")

    return _in_the_middle(newsroom, count, edited)


def _brief(newsroom: Newsroom, count: int, number: int) -> Newsroom:
    return replace(newsroom, items=(*newsroom.items, spare(count, number - 1)))


def _template(newsroom: Newsroom, count: int, number: int) -> Newsroom:
    return replace(newsroom, imprint=f"{IMPRINT} Design number {number}.")


def _in_the_middle(newsroom: Newsroom, count: int, edited: Callable[[Item], Item]) -> Newsroom:
    """An old brief: whoever is edited last should not happen to stand on the front page."""
    items = newsroom.items
    return replace(newsroom, items=(*items[: count // 2], edited(items[count // 2]), *items[count // 2 + 1 :]))


def _front(newsroom: Newsroom) -> Mapping[str, str]:
    return {"": newsroom.items[-1].title, newsroom.items[0].url: newsroom.imprint}


def _newest(newsroom: Newsroom) -> Mapping[str, str]:
    newest = newsroom.items[-1]
    return {newest.url: newest.summary, "": newest.title, "feeds/all.atom.xml": newest.title}


def _edited(text: Callable[[Item], str], listed: bool) -> Callable[[Newsroom], Mapping[str, str]]:
    """The brief that was edited is the one that says so; `listed`: so does the page of its month."""

    def shows(newsroom: Newsroom) -> Mapping[str, str]:
        item = next(one for one in newsroom.items if "edition" in one.rest[-1] or ", put" in one.title)
        month = {f"{item.published:%Y/%m}/": text(item)} if listed else {}
        return {item.url: text(item), **month}

    return shows


SCENARIOS = (
    Scenario(COLD, "First build", _nothing, _front),
    Scenario(NOTHING, "Nothing changed", _nothing, _front),
    Scenario("body", "One body edited", _body, _edited(lambda item: item.rest[-1], listed=False)),
    Scenario("title", "One title edited", _title, _edited(lambda item: item.title, listed=True)),
    Scenario("brief", "One brief added", _brief, _newest),
    Scenario("template", "The frame of all pages changed", _template, _front),
)
