"""newsbrief as its users have it: installed from the wheel, without a checkout beside it."""

from __future__ import annotations

import email
import os
import re
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest

from tests.newsroom import INSTANT, files_of
from tests.site.hosting import LOG, MARKER, open_host
from tests.site.installed import Place, build_wheel, environment
from tests.site.reading import broken_links


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Place:
    """An environment with the wheel in it."""
    return environment(tmp_path_factory.mktemp("installed") / "venv", request.config.rootpath)


@pytest.fixture(scope="module")
def site(place: Place, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site that `newsbrief new` made and `newsbrief build` built."""
    above = tmp_path_factory.mktemp("new")
    done = place.run(above, "newsbrief", "new", "my-site", SOURCE_DATE_EPOCH=INSTANT)
    assert done.returncode == 0, done.stderr
    built = place.run(above / "my-site", "newsbrief", "build", SOURCE_DATE_EPOCH=INSTANT)
    assert built.returncode == 0, built.stderr + built.stdout
    return above / "my-site"


def test_nothing_is_taken_from_the_checkout(place: Place) -> None:
    """The package, the theme and the plugin are those that were installed."""
    command = "import newsbrief, pelican.plugins.newsbrief as p; print(newsbrief.__file__, newsbrief.THEME, p.__file__)"
    found = place.run(place.folder, "python", "-c", command).stdout.split()
    assert len(found) == 3
    assert all(Path(one).is_relative_to(place.folder) for one in found)
    assert (Path(found[1]) / "templates" / "timeline.html").is_file()


def test_new_site_builds_with_two_commands(place: Place, site: Path) -> None:
    """The desk has written a brief, the preview shows it, every link arrives; `newsbrief check` has no complaint."""
    files = files_of(site / "output")
    assert (site / "content" / "briefs" / "2030-03-01-lantern-parade.md").is_file()
    page = files["2030/03/01/lantern-parade/index.html"].decode()
    assert "We carry the lamps up the hill this year" in page
    assert b"My Site" in files["index.html"]
    assert broken_links(files, "/")[0] == []
    checked = place.run(site, "newsbrief", "check")
    assert checked.returncode == 0, checked.stdout
    assert checked.stdout.splitlines()[-1] == "1 thing to look at"
    assert "[awaits-review]" in checked.stdout


def test_nothing_invented_reaches_readers(place: Place, site: Path) -> None:
    """What came with the site is in review until somebody has read it; no page tells readers what an editor may do."""
    variables = {"SOURCE_DATE_EPOCH": INSTANT, "SITEURL": "https://news.example"}
    done = place.run(site, "newsbrief", "build", "--publish", "-o", "for-readers", **variables)
    assert done.returncode == 0, done.stderr
    files = files_of(site / "for-readers")
    assert "index.html" in files
    assert not [name for name, data in files.items() if b"Tove Lind" in data or b"antern" in data]
    assert b"No briefs yet." in files["index.html"]
    assert not [name for name, data in files.items() if b"content/raw" in data or b"same story: line" in data]


def test_workflow_installs_what_made_the_site(place: Place, site: Path) -> None:
    """Before newsbrief is on any index: the wheel lies in the new site, and its requirements.txt installs it."""
    wheel = next(place.wheels.glob("*.whl"))
    assert (site / "requirements.txt").read_text("utf-8").splitlines()[-1] == f"./{wheel.name}"
    assert (site / wheel.name).read_bytes() == wheel.read_bytes()
    # The workflow's own command, but for what is installed already.
    assert "pip install --quiet -r requirements.txt" in (site / ".github/workflows/site.yml").read_text("utf-8")
    install = ("-m", "pip", "install", "--quiet", "--no-deps", "--force-reinstall", "-r", "requirements.txt")
    done = place.run(site, "python", *install, PIP_FIND_LINKS="")
    assert done.returncode == 0, done.stderr
    assert place.run(site, "newsbrief", "--version").returncode == 0


def test_make_does_the_same(place: Place, site: Path) -> None:
    """The site's Makefile knows the targets that the documentation names."""
    make = shutil.which("make")
    assert make
    for target in ("html", "help", "clean"):
        done = place.run(site, make, target, PATH=f"{place.programs}:{os.environ['PATH']}")
        assert done.returncode == 0, done.stderr
    assert not (site / "output").exists()


def test_update_touches_no_file_of_the_site(place: Place, site: Path) -> None:
    """Another version is installed over this one, and the site is built with it: only what is built changes."""

    def own() -> dict[str, bytes]:
        return {name: data for name, data in files_of(site).items() if "output" not in name.partition("/")[0]}

    before = own()
    again = place.run(site, "python", "-m", "pip", "install", "-q", "--no-deps", "--force-reinstall", "newsbrief")
    assert again.returncode == 0, again.stderr
    assert place.run(site, "newsbrief", "build", SOURCE_DATE_EPOCH=INSTANT).returncode == 0
    assert own() == before


@pytest.mark.parametrize("plugins", ['PLUGINS = ["newsbrief"]', ""])
def test_pelican_finds_the_plugin(place: Place, tmp_path: Path, project: Path, plugins: str) -> None:
    """By its name, and by itself where a site names no plugins: timeline and quotes stand in the site's own theme."""
    host = open_host(tmp_path / "site", project)
    host.set(plugins)
    host.briefs()
    host.templates()
    done = place.run(
        host.folder, "python", "-m", "pelican", "-s", "pelicanconf.py", "-o", "output", SOURCE_DATE_EPOCH=INSTANT
    )
    assert done.returncode == 0, done.stderr + done.stdout
    files = host.pages()
    assert {"timeline/index.html", "quotes/index.html", "parade.html", "pier.html"} <= set(files)
    assert not [name for name, data in files.items() if MARKER in data.lower()]


def test_desk_works_in_a_site_of_pelicans(place: Place, tmp_path: Path, project: Path) -> None:
    """Its settings have another name; `ingest` and `check` find them, and `build` builds."""
    host = open_host(tmp_path / "site", project)
    shutil.copytree(LOG / "briefs" / "content" / "briefs", host.folder / "content" / "briefs")
    (host.folder / "content" / "raw").mkdir()
    raw = host.folder / "content" / "raw" / "2029-05-09-lamps.txt"
    raw.write_text("Lamps are lit\n\nThe lamps were lit on Friday.\n", "utf-8")
    assert place.run(host.folder, "newsbrief", "ingest").returncode == 0
    assert (host.folder / "content" / "briefs" / "2029-05-09-lamps.md").is_file()
    assert place.run(host.folder, "newsbrief", "check").returncode == 0
    done = place.run(host.folder, "newsbrief", "build", SOURCE_DATE_EPOCH=INSTANT)
    assert done.returncode == 0, done.stderr
    assert "parade.html" in host.pages()


def test_wheel_says_what_it_is(project: Path, tmp_path: Path) -> None:
    """It carries theme, plugin and new sites, tells Pelican's index what it is, and holds no test and no article."""
    with zipfile.ZipFile(build_wheel(project, tmp_path / "wheel")) as wheel:
        names = set(wheel.namelist())
        about = email.message_from_bytes(wheel.read(next(one for one in names if one.endswith("/METADATA"))))
    assert {"pelican/plugins/newsbrief/__init__.py", "newsbrief/theme/templates/base.html"} <= names
    assert {"newsbrief/scaffold/site/dot-github/workflows/site.yml", "newsbrief/scaffold/site/dot-gitignore"} <= names
    assert "Framework :: Pelican :: Plugins" in about.get_all("Classifier", [])
    assert "pelican/__init__.py" not in names
    assert "pelican/plugins/__init__.py" not in names
    assert {name.partition("/")[0] for name in names if ".dist-info" not in name} == {"newsbrief", "pelican"}


def test_wheel_has_whatever_runs_and_nothing_else(project: Path, tmp_path: Path) -> None:
    """Every file of the package and of the theme that git does not ignore, data and code, is in the wheel.

    Byte for byte; the one file that stands elsewhere is the plugin, where Pelican looks for it. Nothing else is in.
    """
    git = shutil.which("git")
    if git is None or not (project / ".git").exists():
        pytest.skip("this is no clone, so nobody knows which files belong to it")
    listed = subprocess.run(
        [git, "ls-files", "-z", "--cached", "--others", "--exclude-standard", "newsbrief", "theme"],
        cwd=project,
        capture_output=True,
        text=True,
        check=True,
    )
    tracked = [name for name in listed.stdout.split("\0") if name and (project / name).exists()]
    assert {"newsbrief/serve/templates/proof.html", "theme/static/css/order.txt"} <= set(tracked)
    wanted = {re.sub("^theme/", "newsbrief/theme/", name): (project / name).read_bytes() for name in tracked}
    wanted["pelican/plugins/newsbrief/__init__.py"] = wanted.pop("newsbrief/publish/namespace.py")
    with zipfile.ZipFile(build_wheel(project, tmp_path / "wheel")) as wheel:
        held = {name: wheel.read(name) for name in wheel.namelist() if ".dist-info/" not in name}
    assert sorted(wanted.keys() ^ held.keys()) == []
    assert [name for name, data in held.items() if wanted[name] != data] == []
