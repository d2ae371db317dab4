"""The commands in a site of Pelican's: they work on the folders that its settings name, or say why they cannot."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.newsroom import Newsroom
from tests.site.test_devserver import get, running, wait_for

SETTINGS = """SITENAME = "Harbour Log"
SITEURL = ""
TIMEZONE = "UTC"
THEME = "simple"
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = None
import newsbrief.publish.guest
PLUGINS = [newsbrief.publish.guest]
"""
RAW = "Ferry sails again\n\nBy Runa Holm\n\n“We are glad,” said Ada Lund, the mayor, on 3 May 2029.\n"
WIRE = """---
title: Lamps
date: 2029-05-05
status: review
quotes:
- {id: q1, speaker: Ada Lund, text: We never said this}
---
Forty lamps were lit.
"""
ARTICLE = "Title: The pier\nDate: 2029-05-01\n\nIt stands.\n"

Made = Callable[[str], Newsroom]


@pytest.fixture
def made(tmp_path: Path, project: Path) -> Made:
    """Makes the site, its articles in src/, with some settings more."""

    def make(settings: str) -> Newsroom:
        folder = tmp_path / "site"
        (folder / "src" / "raw").mkdir(parents=True)
        (folder / "src" / "pier.md").write_text(ARTICLE, "utf-8")
        (folder / "pelicanconf.py").write_text(SETTINGS + settings, "utf-8")
        return Newsroom(folder, project)

    return make


def test_articles_in_another_folder_than_content(made: Made) -> None:
    """From the raw article to the page every command works below PATH, and nothing is made anywhere else."""
    site = made('PATH = "src"\nOUTPUT_PATH = "public"\n')
    done = site.run("ingest")
    assert (done.returncode, done.stdout) == (0, "nothing to read: no raw articles in src/raw/\n")
    (site.folder / "src" / "raw" / "2029-05-04-ferry.txt").write_text(RAW, "utf-8")
    assert site.run("ingest").stdout.startswith("new: src/briefs/2029-05-04-ferry.md\n")
    assert "src/briefs/2029-05-04-ferry.md:4: is in review" in site.run("check").stdout
    assert "Ferry sails again" in site.run("review", "--plain", given="q").stdout
    assert site.run("approve", "src/briefs/2029-05-04-ferry.md").returncode == 0
    done = site.build()
    assert done.returncode == 0, done.stderr
    assert "public: newsbrief devserver shows it; newsbrief check lists" in done.stdout
    assert "Ada Lund" in (site.folder / "public" / "ferry.html").read_text("utf-8")
    assert (site.folder / "public" / "the-pier.html").is_file()
    assert {one.name for one in site.folder.iterdir()} >= {"src", "public"}
    assert not (site.folder / "content").exists()
    assert not (site.folder / "output").exists()


def test_briefs_that_stand_elsewhere_are_said_to(made: Made) -> None:
    """Where a folder is asked for, neither silence about what was not written there, nor about what no build reads."""
    site = made('PATH = "src"\n')
    (site.folder / "src" / "raw" / "2029-05-04-ferry.txt").write_text(RAW, "utf-8")
    site.run("ingest")
    done = site.run("ingest", "--to", "drafts")
    assert "not in drafts/, because they have briefs in src/briefs/: 1\n" in done.stdout
    assert done.stderr == "drafts/: builds read briefs in src/briefs/ only\n"


def test_folders_of_briefs_by_name(made: Made) -> None:
    """All of them are checked and known to the desk; the first one is where it writes."""
    site = made('PATH = "src"\nNEWSBRIEF_FOLDERS = ["desk", "wire"]\n')
    for name in ("ferry", "tram"):
        raw = RAW.replace("Ferry", name.title()).replace("glad", f"glad of the {name}")
        (site.folder / "src" / "raw" / f"2029-05-04-{name}.txt").write_text(raw, "utf-8")
    done = site.run("ingest", "src/raw/2029-05-04-ferry.txt")
    assert done.stdout.startswith("new: src/desk/2029-05-04-ferry.md\n"), done.stderr
    wire = site.folder / "src" / "wire"
    wire.mkdir()
    (site.folder / "src" / "desk" / "2029-05-04-ferry.md").rename(wire / "2029-05-04-ferry.md")
    (wire / "2029-05-05-lamps.md").write_text(WIRE, "utf-8")
    done = site.run("ingest")
    assert "new: src/desk/2029-05-04-tram.md\nraw articles: 1 kept, 1 new\n" in done.stdout
    done = site.run("check")
    assert done.returncode == 1
    assert 'src/wire/2029-05-05-lamps.md:6: quote q1: "We never said this" is not in the body' in done.stdout
    assert "src/desk/2029-05-04-tram.md:4: is in review" in done.stdout
    assert "src/wire/2029-05-04-ferry.md:4: is in review" in done.stdout


def test_plugin_that_is_not_asked_for_is_told(made: Made) -> None:
    """Pelican would publish briefs that nobody approved as articles of its own."""
    site = made('PATH = "src"\nPLUGINS = []\n')
    (site.folder / "src" / "raw" / "2029-05-04-ferry.txt").write_text(RAW, "utf-8")
    for command in ("ingest", "build"):
        assert 'PLUGINS does not name "newsbrief"' in site.run(command).stderr


def test_host_s_output_is_the_host_s(made: Made) -> None:
    """What somebody else put there stays, as with Pelican, unless the settings clear it."""
    site = made('PATH = "src"\n')
    (site.folder / "src" / "briefs").mkdir()
    site.output.mkdir()
    (site.output / "robots.txt").write_text("all", "utf-8")
    assert site.build().returncode == 0
    assert (site.output / "robots.txt").is_file()
    with (site.folder / "pelicanconf.py").open("a", encoding="utf-8") as settings:
        settings.write("DELETE_OUTPUT_DIRECTORY = True\n")
    assert site.build().returncode == 0
    assert not (site.output / "robots.txt").exists()


def test_build_for_readers_is_no_preview(made: Made) -> None:
    """Also where the host's settings ask for one."""
    site = made('PATH = "src"\nNEWSBRIEF_PUBLISH = False\n')
    briefs = site.folder / "src" / "briefs"
    briefs.mkdir()
    (briefs / "2029-05-05-lamps.md").write_text(WIRE.replace("We never said this", "Forty lamps"), "utf-8")
    assert site.build().returncode == 0
    assert (site.output / "lamps.html").is_file()
    done = site.build("--publish", SITEURL="https://log.example")
    assert done.returncode == 0, done.stderr
    assert not (site.output / "lamps.html").exists()
    assert "https://log.example/the-pier.html" in site.page("index.html")


@pytest.mark.parametrize("arguments", [("build",), ("devserver", "-p", "8000"), ("build", "-r")])
@pytest.mark.parametrize(
    ("settings", "told"),
    [
        ('PATH = "nowhere"\n', 'pelicanconf.py: PATH is "nowhere", and there is no such folder'),
        ('PATH = "src"\nTHEME = "nowhere"\n', "ValueError: Could not find the theme nowhere"),
        ('PATH = "src"\nNEWSBRIEF_BRIEF_URL = "brief.html"\n', 'NEWSBRIEF_BRIEF_URL is "brief.html"; it needs {slug}'),
        ('PATH = "src"\nOUTPUT_SOURCES = True\n', "OUTPUT_SOURCES is on"),
        ('PATH = "src"\nBROKEN = nowhere()\n', "NameError: name 'nowhere' is not defined (pelicanconf.py:9)"),
    ],
)
def test_settings_without_a_site_are_named_in_a_line(
    made: Made, arguments: tuple[str, ...], settings: str, told: str
) -> None:
    """Exit code 1, and neither a traceback nor a line of Pelican's log that breaks at the terminal's width."""
    site = made(settings)
    (site.folder / "src" / "briefs").mkdir()
    done = site.run(*arguments)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr + done.stdout
    last = done.stderr.splitlines()[-1]
    assert told in last


@pytest.mark.parametrize("settings", ['TIMEZONE = "Moon/Base"\n', 'ARTICLE_URL = "{nothing}.html"\n'])
def test_settings_that_fail_in_a_build_are_named_in_a_line(made: Made, settings: str) -> None:
    """Not only those that are looked at before it begins; `-D` says where."""
    site = made('PATH = "src"\n' + settings)
    (site.folder / "src" / "briefs").mkdir()
    (site.folder / "src" / "briefs" / "2029-05-05-lamps.md").write_text(WIRE, "utf-8")
    done = site.build()
    assert done.returncode == 1
    assert "Traceback" not in done.stderr + done.stdout
    assert "Error: " in done.stderr.splitlines()[-1]
    assert "Traceback" in site.build("-D").stdout


def test_devserver_of_a_host(made: Made) -> None:
    """Articles, briefs and the settings as Pelican builds them, each brief with its proof, and loaded again."""
    site = made('PATH = "src"\nNEWSBRIEF_FOLDERS = ["desk", "wire"]\nNEWSBRIEF_PUBLISH = False\n')
    raw = site.folder / "src" / "raw" / "2029-05-04-ferry.txt"
    raw.write_text(RAW, "utf-8")
    wire = site.folder / "src" / "wire" / "2029-05-05-lamps.md"
    wire.parent.mkdir()
    wire.write_text(WIRE.replace("We never said this", "Forty lamps"), "utf-8")
    settings = site.folder / "pelicanconf.py"
    with running(site) as (address, process):
        assert "It stands." in get(f"{address}the-pier.html")
        assert '<script src="/.newsbrief/reload.js"' in get(address)
        assert '"/.newsbrief/proof/2029-05-04-ferry"' in get(f"{address}ferry.html")
        assert '"/.newsbrief/proof/wire/2029-05-05-lamps"' in get(f"{address}lamps.html")
        assert "Forty lamps" in get(f"{address}.newsbrief/proof/wire/2029-05-05-lamps")
        (site.folder / "src" / "pier.md").write_text(ARTICLE.replace("stands", "sways"), "utf-8")
        wait_for(process, "built in")
        assert "It sways." in get(f"{address}the-pier.html")
        raw.write_text(RAW.replace("glad", "sad"), "utf-8")
        wait_for(process, r"2029-05-04-ferry\S*.*: built in")
        assert "We are sad" in get(f"{address}ferry.html")
        good = settings.read_text("utf-8")
        settings.write_text(f"{good}\nSITENAME = (", "utf-8")
        wait_for(process, "SyntaxError")
        assert "Harbour Log" in get(address)
        settings.write_text(good.replace("Harbour Log", "Port Log"), "utf-8")
        wait_for(process, "pelicanconf.py: built in")
        assert "Port Log" in get(address)
