"""A newsroom's folder for tests: real files, the real command line, real Pelican."""

from __future__ import annotations

import os
import subprocess
from dataclasses import dataclass
from pathlib import Path

from tests import warm

# 1 March 2030, so that no test depends on the day it runs on.
INSTANT = "1898553600"


@dataclass(frozen=True)
class Newsroom:
    """`folder` holds pelican.conf.py and content/; the theme is the project's."""

    folder: Path
    project: Path

    @classmethod
    def open(cls, folder: Path, project: Path) -> Newsroom:
        """Make the folders and the settings; the theme and the package stay where they are."""
        for name in ("raw", "briefs", "pages", "images"):
            (folder / "content" / name).mkdir(parents=True)
        settings = (project / "pelican.conf.py").read_text("utf-8")
        settings = settings.replace('str(HERE / "theme")', repr(str(project / "theme")))
        (folder / "pelican.conf.py").write_text(settings, "utf-8")
        return cls(folder, project)

    @property
    def content(self) -> Path:
        """The content folder."""
        return self.folder / "content"

    @property
    def output(self) -> Path:
        """The output folder."""
        return self.folder / "output"

    def raw(self, name: str, text: str | bytes) -> Path:
        """Put a raw article into content/raw/."""
        path = self.content / "raw" / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
        return path

    def brief(self, name: str, text: str | bytes) -> Path:
        """Put a brief into content/briefs/."""
        path = self.content / "briefs" / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
        return path

    def run(
        self, *arguments: str, module: str = "newsbrief", given: str | None = None, **environment: str
    ) -> subprocess.CompletedProcess[str]:
        """Run the command line in the newsroom's folder."""
        variables = {**os.environ, "PYTHONPATH": str(self.project), "SOURCE_DATE_EPOCH": INSTANT, **environment}
        return warm.run(module, arguments, self.folder, variables, given)

    def build(self, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
        """`make html` without make."""
        return self.run("build", *arguments, **environment)

    def pages(self) -> dict[str, bytes]:
        """Every file of the output, by its path."""
        return files_of(self.output)

    def files(self) -> dict[str, bytes]:
        """Every file of the newsroom, by its path, and all that lies beside it."""
        return files_of(self.folder.parent)

    def page(self, name: str) -> str:
        """One file of the output as text."""
        return (self.output / name).read_text("utf-8")


def files_of(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, by its path in it."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
