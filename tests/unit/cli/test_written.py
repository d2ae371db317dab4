"""What commands find out from a site's settings, and how."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import click
import pytest

from newsbrief.cli import site as cli_site
from newsbrief.cli.site import Site, site
from newsbrief.content.folders import BRIEF_FOLDERS

OURS = "from newsbrief.publish.site import *\n"


def found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, settings: str, name: str = "pelicanconf.py") -> Site:
    for folder in ("content", "src", "src/articles"):
        (tmp_path / folder).mkdir(parents=True, exist_ok=True)
    (tmp_path / name).write_text(settings, "utf-8")
    (tmp_path / "base.py").write_text('PATH = "src"\n', "utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.delitem(sys.modules, "base", raising=False)
    return site()


@pytest.mark.parametrize(
    ("settings", "path"),
    [
        ("", "content"),
        ('PATH = "src"\n', "src"),
        ('PATH = "content"\nPATH = "src/articles/"\n', "src/articles"),
        ('PATH: str = "./src"\n', "src"),
        ('import os.path\nPATH = os.path.join("src", "articles")\n', "src/articles"),
        ('from pathlib import Path\nPATH = Path(__file__).parent / "src"\n', "src"),
        ('if True:\n    PATH = "src"\n', "src"),
        ("from base import *\n", "src"),
        ("from base import PATH\n", "src"),
        ('globals().update(PATH="src")\n', "src"),
        ('print("said by the settings")\nPATH = str("src")\n', "src"),
        ('PATH = "src"\nBROKEN = nowhere()\n', "src"),
        (OURS, "content"),
        (OURS + 'PATH = "src"\n', "src"),
    ],
)
def test_path(
    settings: str, path: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whatever way the settings give PATH, it is the folder of the articles; what they print is no answer."""
    here = found(tmp_path, monkeypatch, settings)
    assert here.content == tmp_path / path
    assert here.named(f"{here.content.name}/briefs/a.md") == f"{path}/briefs/a.md"
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize(
    ("settings", "folders", "guest", "plugged"),
    [
        ("", ("briefs",), True, True),
        ('NEWSBRIEF_FOLDERS = ["wire", "/desk/"]\nARTICLE_PATHS = ["notes"]\n', ("wire", "desk"), True, True),
        ('NEWSBRIEF_FOLDERS = "wire"\nPLUGINS = ["sitemap", "newsbrief"]\n', ("wire",), True, True),
        ('PLUGINS = ["sitemap"]\n', ("briefs",), True, False),
        ("import newsbrief.publish.guest\nPLUGINS = [newsbrief.publish.guest]\n", ("briefs",), True, True),
        ('PLUGINS = ["sitemap"]\nPLUGINS += ["newsbrief"]\n', ("briefs",), True, True),
        (OURS, ("briefs",), False, True),
        (OURS + 'ARTICLE_PATHS = ["wire"]\nNEWSBRIEF_FOLDERS = ["desk"]\n', ("wire",), False, True),
        ('import newsbrief.publish\nPLUGINS = [newsbrief.publish]\nARTICLE_PATHS = [""]\n', ("briefs",), False, True),
        ("from newsbrief import publish as ours\nPLUGINS = [ours]\n", ("briefs",), False, True),
        ("import newsbrief.publish\nPLUGINS = list([newsbrief.publish])\n", ("briefs",), False, True),
    ],
)
def test_folders_of_briefs(
    settings: str, folders: tuple[str, ...], guest: bool, plugged: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Those that a build reads: NEWSBRIEF_FOLDERS where Pelican is the host, ARTICLE_PATHS on a site of ours."""
    here = found(tmp_path, monkeypatch, settings)
    assert (here.folders, here.guest, here.plugged) == (folders, guest, plugged)
    assert here.briefs == tmp_path / "content" / folders[0]


@pytest.mark.parametrize(
    ("settings", "told"),
    [
        ('PATH = "nowhere"\n', 'pelicanconf.py: PATH is "nowhere", and there is no such folder'),
        ("PATH = 3\n", "pelicanconf.py: PATH is 3; give a folder"),
        ("\nPATH = (\n", "pelicanconf.py:2: SyntaxError: "),
        ("\n\nPATH = nowhere()\n", "pelicanconf.py:3: NameError: name 'nowhere' is not defined"),
        ("import sys\nPATH = str()\nsys.exit(3)\n", "pelicanconf.py:3: SystemExit: 3"),
        ("NEWSBRIEF_FOLDERS = [3]\n", "pelicanconf.py: NEWSBRIEF_FOLDERS is [3]; give folders below PATH"),
        ("NEWSBRIEF_FOLDERS = []\n", "pelicanconf.py: NEWSBRIEF_FOLDERS names no folder"),
    ],
)
def test_mistake_is_named_in_a_line(settings: str, told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the file, the line where there is one, and what to write."""
    with pytest.raises(click.ClickException) as error:
        found(tmp_path, monkeypatch, settings)
    assert error.value.message.startswith(told)
    assert "\n" not in error.value.message


def test_site_without_path_and_content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody can know where its articles are: nothing is made where Pelican never looks."""
    (tmp_path / "pelicanconf.py").write_text('SITENAME = "Harbour"\n', "utf-8")
    monkeypatch.chdir(tmp_path)
    with pytest.raises(click.ClickException, match=r"pelicanconf\.py sets no PATH, and there is no folder content/"):
        site()


def test_settings_that_are_written_down_load_no_pelican(project: Path) -> None:
    """Neither those of a site of ours nor the project's: most commands do without it."""
    program = "import sys; from newsbrief.cli.site import site; print(site().folders); print('pelican' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], cwd=project, capture_output=True, text=True, check=True)
    assert done.stdout == "('briefs',)\nFalse\n"


def test_folders_without_a_word_are_the_library_s() -> None:
    """Written down twice, as the library takes a while to load."""
    assert cli_site.BRIEF_FOLDERS == BRIEF_FOLDERS
