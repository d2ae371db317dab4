"""Feeds as files."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from itertools import chain

from newsbrief.model.pages import BriefPage
from newsbrief.publish.feeds import entries, forms
from newsbrief.publish.feeds.entries import Said
from newsbrief.publish.feeds.forms import Channel, Item
from newsbrief.publish.feeds.plan import Feed

FORMS = {"atom.xml": forms.atom, "rss.xml": forms.rss, "json": forms.json_feed}


@dataclass(frozen=True)
class Press:
    """What all feeds of a site have in common. `address` makes its addresses absolute; `longest`: so many entries.

    `body` gives a brief's clean HTML, `kinds` what each kind of note is called, `said` the site's other words in
    entries; `zone` is the site's.
    """

    name: str
    tagline: str
    lang: str
    address: Callable[[str], str]
    body: Callable[[BriefPage], str]
    kinds: Mapping[str, str]
    said: Said
    longest: int
    zone: dt.tzinfo

    def files(self, feeds: Iterable[Feed]) -> Iterable[tuple[str, str]]:
        """Address and text of each form of each feed."""
        for feed in feeds:
            items = self._items(feed)
            for link, (ending, *_) in zip(feed.links, feed.forms, strict=True):
                yield link.url or "", FORMS[ending](self._channel(feed, link.url or ""), items)

    def _channel(self, feed: Feed, url: str) -> Channel:
        return Channel(
            title=f"{self.name}: {feed.title}" if feed.page else self.name,
            subtitle=self.tagline,
            url=self.address(feed.page),
            feed_url=self.address(url),
            lang=self.lang,
            author=self.name,
        )

    def _items(self, feed: Feed) -> Sequence[Item]:
        if feed.kind == "notes":
            of_page = partial(entries.of_notes, kinds=self.kinds, address=self.address, zone=self.zone)
            noted = chain.from_iterable(map(of_page, feed.briefs))
            return sorted(noted, key=lambda item: (item.published, item.id), reverse=True)[: self.longest]
        newest = feed.briefs[: self.longest]
        if feed.kind == "person":
            return [entries.of_person(page, feed.page, self.address) for page in newest]
        return [self._briefs[page.url] if page.url in self._briefs else self._brief(page) for page in newest]

    def _brief(self, page: BriefPage) -> Item:
        if page.status == "retracted":
            item = entries.of_retracted(page, self.address, self.said)
        else:
            item = entries.of_brief(page, self.body(page), self.address, self.said)
        self._briefs[page.url] = item
        return item

    @cached_property
    def _briefs(self) -> dict[str, Item]:
        """Those that were made already: a brief stands in the feeds of all its topics."""
        return {}
