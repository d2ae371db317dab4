"""The two sites that are judged, built for readers: the demo, and generated briefs that use every field."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from bench import full_briefs
from tests.audit.kinds import MISSING, Kind
from tests.effort import AUDIT
from tests.newsroom import Newsroom, files_of
from tests.serving import served
from tests.site.reading import Page, read

DEMO, GENERATED = "demo", "generated"
SITES = (DEMO, GENERATED)
# The root of a host of one's own, and a project page's.
PREFIXES = ("/", "/brief/")
# Quotes are parted by letters from a hundred on, and each brief has three.
BRIEFS = 500 if AUDIT else 36


@dataclass(frozen=True)
class Site:
    """A built site: its files, and where a server gives them."""

    name: str
    prefix: str
    siteurl: str
    folder: Path
    address: str

    @cached_property
    def files(self) -> dict[str, bytes]:
        """Every file of the output, by its path."""
        return files_of(self.folder)

    @cached_property
    def pages(self) -> dict[str, Page]:
        """Every page, read."""
        return read(self.files)

    def of(self, kind: Kind) -> list[str]:
        """The files of all pages of a kind, the lightest first."""
        names = [name for name in self.files if name.endswith(".html") and kind.has(address_of(name))]
        return sorted(names, key=lambda name: (len(self.files[name]), name))

    def typical(self, kind: Kind) -> str:
        """The file of the page of middling weight."""
        names = self.of(kind)
        return names[len(names) // 2]

    def samples(self, kind: Kind) -> list[str]:
        """Files that stand for a kind: the heaviest, and in an audit the typical one too."""
        return sorted({self.of(kind)[-1], self.typical(kind)}) if AUDIT else self.of(kind)[-1:]

    def where(self, name: str) -> str:
        """The whole address of a file on the server."""
        return self.address + (MISSING if name == "404.html" else address_of(name))


def address_of(name: str) -> str:
    """The address of a file, relative to the site's root."""
    return name.removesuffix("index.html")


@dataclass
class Sites:
    """Builds each site when it is asked for, once for all processes of a run, and serves it until the end."""

    once: Callable[[str, Callable[[Path], Newsroom]], Newsroom]
    project: Path
    open: ExitStack
    _built: dict[tuple[str, str], Site] = field(default_factory=dict)

    def get(self, name: str, prefix: str) -> Site:
        """The demo or the generated site, as built for one prefix."""
        if (name, prefix) not in self._built:
            self._built[name, prefix] = self._build(name, prefix)
        return self._built[name, prefix]

    def on_disk(self, name: str) -> dict[str, bytes]:
        """The files of a site that was built to be opened from a folder."""
        return self._newsroom(name, "disk", "--relative-urls").pages()

    def _build(self, name: str, prefix: str) -> Site:
        siteurl = f"https://news.example{prefix}".rstrip("/")
        newsroom = self._newsroom(name, prefix.strip("/") or "root", "--publish", SITEURL=siteurl)
        address = self.open.enter_context(served(newsroom.output, prefix))
        return Site(name, prefix, siteurl, newsroom.output, address)

    def _newsroom(self, name: str, variant: str, *options: str, **environment: str) -> Newsroom:
        def made(folder: Path) -> Newsroom:
            newsroom = self._written(name, folder / "site")
            done = newsroom.build(*options, **environment, SOURCE_DATE_EPOCH=self._instant(name))
            assert done.returncode == 0, done.stderr
            return newsroom

        return self.once(f"{name}-{variant}", made)

    def _written(self, name: str, folder: Path) -> Newsroom:
        newsroom = Newsroom.open(folder, self.project)
        demo = self.project / "examples" / "port-ellery" / "content"
        if name == DEMO:
            shutil.copytree(demo, newsroom.content, dirs_exist_ok=True)
        else:
            full_briefs.write(newsroom.content / "briefs", BRIEFS)
            shutil.copytree(demo / "pages", newsroom.content / "pages", dirs_exist_ok=True)
        return newsroom

    def _instant(self, name: str) -> str:
        """The demo is built as on its own day, as `make demo` does it; the other a day after its last brief."""
        if name == DEMO:
            day = re.search(r"^DEMO_DAY := (\d+)$", (self.project / "Makefile").read_text("utf-8"), re.MULTILINE)
            assert day
            return day[1]
        return full_briefs.instant(BRIEFS)


def opened(once: Callable[[str, Callable[[Path], Newsroom]], Newsroom], project: Path) -> Iterator[Sites]:
    """All sites; their servers stop at the end."""
    with ExitStack() as stack:
        yield Sites(once, project, stack)
