"""The files of a new site."""

from __future__ import annotations

import datetime as dt
import runpy
import subprocess
import sys
from pathlib import Path

import pytest

import newsbrief
from newsbrief.model.refusal import RefusedError
from newsbrief.scaffold import Requirement, new, title_of

ASKED = Requirement("newsbrief~=9.8.0")
DAY = dt.date(2029, 5, 4)
# What the project's own settings say of the project's own site.
OF_ONE_SITE = {"HERE", "THEME", "SITENAME", "SITESUBTITLE"}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A new site."""
    new(tmp_path / "site", "The Ellery Tidings", DAY, ASKED)
    return tmp_path / "site"


def settings_of(file: Path) -> dict[str, object]:
    return {name: value for name, value in runpy.run_path(str(file)).items() if name.isupper()}


def test_settings_are_those_of_the_project(site: Path, project: Path) -> None:
    """What the package says in a site's stead is what the project's own pelican.conf.py says."""
    own, of_project = settings_of(site / "pelican.conf.py"), settings_of(project / "pelican.conf.py")
    differing = {name for name in own.keys() | of_project.keys() if own.get(name) != of_project.get(name)}
    assert differing <= OF_ONE_SITE
    assert own["SITENAME"] == "The Ellery Tidings"
    assert own["THEME"] == newsbrief.THEME == str(project / "theme")


def test_nothing_is_left_to_fill_in(site: Path) -> None:
    """Every file is whole, and the workflow installs what it was told to."""
    for file in (path for path in site.rglob("*") if path.is_file()):
        assert "@@" not in f"{file.name}{file.read_text('utf-8')}"
    assert (site / "requirements.txt").read_text("utf-8").splitlines()[-1] == "newsbrief~=9.8.0"
    assert (site / "content" / "raw" / "2029-05-04-lantern-parade.txt").is_file()


def test_git_leaves_out_what_is_built_and_what_is_raw(site: Path) -> None:
    """A public repository shows no agency's copy."""
    for name in ("output", ".output.newsbrief", ".venv"):
        (site / name).mkdir()
        (site / name / "x").write_text("x")
    subprocess.run(["git", "init", "-q"], cwd=site, check=True)
    done = subprocess.run(
        ["git", "status", "--porcelain", "-uall"], cwd=site, capture_output=True, text=True, check=True
    )
    seen = {line[3:].partition("/")[0] for line in done.stdout.splitlines()}
    assert "content/raw" not in done.stdout
    assert seen == {".github", ".gitignore", "Makefile", "README.md", "content", "pelican.conf.py", "requirements.txt"}


@pytest.mark.parametrize("there", ["file", "full folder"])
def test_what_is_there_is_never_written_to(tmp_path: Path, there: str) -> None:
    """The message says what to do; an empty folder is taken."""
    place = tmp_path / "site"
    if there == "file":
        place.write_text("mine")
    else:
        place.mkdir()
        (place / "mine").write_text("mine")
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(RefusedError, match="give the new site a folder of its own"):
        new(place, "x", DAY, ASKED)
    assert sorted(tmp_path.rglob("*")) == before
    (tmp_path / "empty").mkdir()
    assert "pelican.conf.py" in new(tmp_path / "empty", "x", DAY, ASKED)


@pytest.mark.parametrize("title", ['"; import os  # ', "it's", "x\ny", "\\", "{}", "@@DAY@@", "서울"])
def test_title_is_only_a_title(tmp_path: Path, title: str) -> None:
    """Whatever a site is called, its settings say just that."""
    new(tmp_path / "site", title, DAY, ASKED)
    command = "import runpy, sys; print(ascii(runpy.run_path(sys.argv[1])['SITENAME']))"
    file = str(tmp_path / "site" / "pelican.conf.py")
    done = subprocess.run([sys.executable, "-c", command, file], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ascii(title)


@pytest.mark.parametrize(
    ("folder", "title"),
    [("my-site", "My Site"), ("ellery_tidings", "Ellery Tidings"), ("---", "The Brief"), ("BBQ news", "BBQ News")],
)
def test_folder_names_the_site(folder: str, title: str) -> None:
    """Until somebody does."""
    assert title_of(Path("/tmp") / folder) == title  # noqa: S108  # nothing is written
