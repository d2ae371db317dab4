"""A site in Pelican's own style to have newsbrief as a guest: the harbour's log."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from tests import warm
from tests.newsroom import INSTANT, files_of

LOG = Path(__file__).parent / "harbour_log"
# In what no reader may see.
MARKER = b"zyxwomarker"
TEMPLATES = re.compile(r"[^\n]*`(\w+\.html)`[^\n]*:\n\n```jinja\n(.*?)```", re.DOTALL)
OF_ARTICLES = re.compile(r"```jinja\n({% if article\.model %}.*?)```", re.DOTALL)


@dataclass(frozen=True)
class Host:
    """`folder` holds pelicanconf.py, content/ and theme/."""

    folder: Path
    project: Path

    def briefs(self) -> None:
        """Put in raw articles, briefs and the rules about people."""
        shutil.copytree(LOG / "briefs" / "content", self.folder / "content", dirs_exist_ok=True)

    def templates(self) -> None:
        """Put in the templates that the documentation offers."""
        folder = self.folder / "theme" / "templates"
        whole = [(name, text) for name, text in TEMPLATES.findall(self._said) if text.startswith("{% extends")]
        assert len(whole) == self._said.count("{% extends")
        for name, text in whole:
            (folder / name).write_text(text, "utf-8")

    def telling_articles(self) -> None:
        """Put what the documentation offers for a template of articles behind each article's content."""
        [part] = OF_ARTICLES.findall(self._said)
        article = self.folder / "theme" / "templates" / "article.html"
        body = "{{ article.content }}"
        article.write_text(article.read_text("utf-8").replace(body, f"{body}\n{part}"), "utf-8")

    def menu(self) -> None:
        """Set the menu of the documentation; the address is set before."""
        [lines] = re.findall(r"```python\n(MENUITEMS.*?)```", self._said, re.DOTALL)
        self.set(lines)

    @property
    def _said(self) -> str:
        return (self.project / "docs" / "plugin.md").read_text("utf-8")

    def set(self, lines: str) -> None:
        """Add to the settings."""
        with (self.folder / "pelicanconf.py").open("a", encoding="utf-8") as settings:
            settings.write(f"\n{lines}\n")

    def plug_in(self) -> None:
        """As PLUGINS = ["newsbrief"] where the wheel is installed."""
        self.set("import newsbrief.publish.guest\nPLUGINS = [newsbrief.publish.guest]")

    def build(self, new: bool = False) -> subprocess.CompletedProcess[str]:
        """Run Pelican as its users do; `new`: in a process that knows nothing of newsbrief before the settings do."""
        variables = {**os.environ, "PYTHONPATH": str(self.project), "SOURCE_DATE_EPOCH": INSTANT}
        return warm.run("pelican", ["-s", "pelicanconf.py", "-o", "output"], self.folder, variables, new=new)

    def pages(self) -> dict[str, bytes]:
        """Every file of the output."""
        return files_of(self.folder / "output")

    def page(self, name: str) -> str:
        """One file as text."""
        return (self.folder / "output" / name).read_text("utf-8")


def open_host(folder: Path, project: Path) -> Host:
    shutil.copytree(LOG, folder, ignore=shutil.ignore_patterns("briefs"))
    return Host(folder, project)


def told(done: subprocess.CompletedProcess[str]) -> str:
    """What a build says, on one line: Pelican breaks its lines, and puts the places in its source between them."""
    return " ".join(re.sub(r" +\w+\.py:\d+", "", done.stderr + done.stdout).split())
