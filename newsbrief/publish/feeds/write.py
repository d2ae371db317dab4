"""Feeds as files."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from newsbrief.model.pages import BriefPage
from newsbrief.publish.feeds import entries, forms
from newsbrief.publish.feeds.forms import Channel, Item
from newsbrief.publish.feeds.plan import Feed

FORMS = {"atom.xml": forms.atom, "rss.xml": forms.rss, "json": forms.json_feed}


@dataclass(frozen=True)
class Press:
    """What all feeds of a site have in common. `address` makes its addresses absolute; `longest`: so many entries.

    `body` gives a brief's clean HTML, `kinds` what each kind of note is called, `now` the build instant.
    """

    name: str
    tagline: str
    lang: str
    address: Callable[[str], str]
    body: Callable[[BriefPage], str]
    kinds: Mapping[str, str]
    longest: int
    now: dt.datetime

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
            now=self.now,
            author=self.name,
        )

    def _items(self, feed: Feed) -> Sequence[Item]:
        if feed.kind == "notes":
            noted = [item for page in feed.briefs for item in entries.of_notes(page, self.kinds, self.address)]
            return sorted(noted, key=lambda item: (item.published, item.id), reverse=True)[: self.longest]
        newest = feed.briefs[: self.longest]
        if feed.kind == "person":
            return [entries.of_person(page, feed.page, self.address) for page in newest]
        return [self._briefs[page.url] if page.url in self._briefs else self._brief(page) for page in newest]

    def _brief(self, page: BriefPage) -> Item:
        item = entries.of_brief(page, self.body(page), self.address)
        self._briefs[page.url] = item
        return item

    @cached_property
    def _briefs(self) -> dict[str, Item]:
        """Those that were made already: a brief stands in the feeds of all its topics."""
        return {}
