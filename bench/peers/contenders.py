"""Who takes part, as a table: a new row is set up, measured and compared with the others."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from bench.peers.dialects import eleventy, hugo, ours, pelican
from bench.peers.newsroom import Newsroom

Files = Callable[[Newsroom], Mapping[str, str]]
PORT = "{port}"


@dataclass(frozen=True, slots=True)
class Contender:
    """`tool` names the program that has to be there, `arguments` follow on its call, `{port}` in them is a server's.

    `output` is the folder of the finished site; a server has none. `partly`: what was built before makes the next build
    cheaper, or could; who builds everything each time is measured once, from nothing. `alike`: it has the small theme,
    and its pages have to say what those of the others say.
    """

    key: str
    title: str
    tool: str
    arguments: Sequence[str]
    files: Files
    output: str = ""
    partly: bool = False
    alike: bool = True

    @property
    def serves(self) -> bool:
        """Whether it runs until it is stopped, and shows the site over HTTP."""
        return not self.output


HUGO_SERVE = ("server", "--disableFastRender", "--bind", "127.0.0.1", "--port", PORT)
CONTENDERS = (
    Contender("newsbrief", "newsbrief, small theme", "python", ("newsbrief", "build"), ours.small, ours.OUTPUT, True),
    Contender("hugo", "Hugo", "hugo", (), hugo.site, hugo.OUTPUT, True),
    Contender("eleventy", "Eleventy", "eleventy", ("--quiet",), eleventy.site, eleventy.OUTPUT),
    Contender("pelican", "Pelican", "python", ("pelican", "-s", "pelicanconf.py"), pelican.site, pelican.OUTPUT),
    Contender("pelican-yaml", "Pelican, YAML front matter", "pelican-yaml", ("pelican", "-s", "pelicanconf.py"),
              pelican.site_with_yaml, pelican.OUTPUT),
    Contender("newsbrief-full", "newsbrief, its own theme", "python", ("newsbrief", "build"), ours.real, ours.OUTPUT,
              True, alike=False),
    Contender("newsbrief-server", "newsbrief devserver", "python", ("newsbrief", "devserver", "-p", PORT), ours.small,
              partly=True),
    Contender("hugo-server", "hugo server", "hugo", HUGO_SERVE, hugo.site, partly=True),
)  # fmt: skip
