"""What one page has to know of the whole site, kept from build to build: lists, feeds, parts of the search."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec import Struct, field
from msgspec.structs import replace

from newsbrief.model.pages import BriefPage, Site
from newsbrief.publish.feeds.plan import Feed


class Outline(Struct, frozen=True):
    """`lists`: the address of each kind of list that has something in it. `briefs`: each brief's address, by its path.

    `feeds`: every feed, without its briefs; `told`: the paths of those that each is made of, by its address without an
    ending. `linking`: briefs with links that Pelican resolves. `found`: a key of what the search finds of each brief,
    by its address, and of people under ""; `segments`: of each part of the search its name and that of what is shown,
    the addresses of its briefs, and a sum of the words of each. `withheld`: static files that nothing for readers
    names. `register`: the name of the register that belongs to it, "" where none is kept.
    """

    lists: Mapping[str, str]
    briefs: Mapping[str, str]
    feeds: tuple[Feed, ...] = ()
    told: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    linking: tuple[str, ...] = ()
    found: Mapping[str, str] = field(default_factory=dict)
    segments: tuple[tuple[str, str, tuple[str, ...], tuple[str, ...]], ...] = ()
    withheld: tuple[str, ...] = ()
    register: str = ""

    @property
    def told_whole(self) -> frozenset[str]:
        """The paths of the briefs whose text stands in a feed."""
        return frozenset(path for feed in self.feeds if feed.kind == "briefs" for path in self.told[feed.stem])

    def to_keep(self) -> Outline:
        """Without the briefs of feeds, which `told` names."""
        return replace(self, feeds=tuple([replace(one, briefs=()) if one.briefs else one for one in self.feeds]))


def outline(site: Site, feeds: tuple[Feed, ...], longest: int, withheld: Iterable[str] = ()) -> Outline:
    """Of a site that was collated; `longest`: the most entries of a feed. Search and links come later."""
    return Outline(
        lists={index.kind: index.url for index in site.indexes if index.groups},
        briefs={path: page.url for path, page in site.briefs.items()},
        feeds=feeds,
        told={feed.stem: tuple(page.source_file for page in feed.told(longest)) for feed in feeds},
        withheld=tuple(sorted(withheld)),
    )


def filled(feed: Feed, pages: tuple[BriefPage, ...]) -> Feed:
    """A feed with the briefs that it tells of."""
    return replace(feed, briefs=pages)
