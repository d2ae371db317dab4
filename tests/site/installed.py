"""An environment that has newsbrief as its users have it: the wheel, built and installed without any network.

What newsbrief needs is that of the running environment, by links; newsbrief itself is not among it.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
from dataclasses import dataclass
from pathlib import Path

# Of the running environment, which has newsbrief as a checkout.
NOT_LINKED = ("newsbrief", "_editable_impl_newsbrief", "bench", "pelican", "__pycache__")


@dataclass(frozen=True)
class Place:
    """`folder` holds the environment, `wheels` the wheel."""

    folder: Path
    wheels: Path

    @property
    def programs(self) -> Path:
        """Where `newsbrief` and `python` are."""
        return self.folder / "bin"

    @property
    def variables(self) -> dict[str, str]:
        """What lets pip find the wheel and nothing else, and Python no checkout."""
        return {
            "PIP_NO_INDEX": "1",
            "PIP_FIND_LINKS": str(self.wheels),
            "PIP_DISABLE_PIP_VERSION_CHECK": "1",
            "PYTHONPATH": "",
        }

    def run(self, folder: Path, program: str, *arguments: str, **given: str) -> subprocess.CompletedProcess[str]:
        """Run one of its programs."""
        return subprocess.run(
            [str(self.programs / program), *arguments],
            cwd=folder,
            env={**os.environ, **self.variables, **given},
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=300,
            check=False,
        )


def build_wheel(project: Path, folder: Path) -> Path:
    """The wheel as hatchling builds it, out of a copy of the project."""
    source = folder / "source"
    source.mkdir(parents=True)
    for name in ("newsbrief", "theme"):
        shutil.copytree(project / name, source / name, ignore=shutil.ignore_patterns("__pycache__", "node_modules"))
    for name in ("pyproject.toml", "README.md", "LICENSE", ".gitignore"):
        shutil.copy2(project / name, source / name)
    command = "import sys; from hatchling.build import build_wheel; print(build_wheel(sys.argv[1]))"
    wheels = folder / "wheels"
    done = subprocess.run(
        [sys.executable, "-c", command, str(wheels)], cwd=source, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return wheels / done.stdout.split()[-1]


def environment(folder: Path, project: Path, install: bool = True) -> Place:
    """An environment with what newsbrief needs and, if asked for, its wheel."""
    wheel = build_wheel(project, folder.with_name(f"{folder.name}-wheel"))
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(folder)], check=True)
    place = Place(folder, wheel.parent)
    here = Path(sysconfig.get_path("purelib"))
    there = next(folder.glob("lib/python*/site-packages"))
    for entry in here.iterdir():
        if not entry.name.startswith(NOT_LINKED) and not (there / entry.name).exists():
            (there / entry.name).symlink_to(entry)
    # Plugins are installed into Pelican's own folder.
    ignored = shutil.ignore_patterns("tests", "__pycache__", "newsbrief")
    shutil.copytree(here / "pelican", there / "pelican", ignore=ignored)
    for entry in here.glob("pelican-*.dist-info"):
        if not (there / entry.name).exists():
            (there / entry.name).symlink_to(entry)
    if install:
        done = place.run(folder, "python", "-m", "pip", "install", "-q", "--no-deps", str(wheel))
        assert done.returncode == 0, done.stderr
    return place
