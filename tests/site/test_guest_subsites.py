"""A host may build sites within its site, one for each language: briefs stand in each as the host's articles do."""

from __future__ import annotations

import pytest

from tests.site.hosting import Host
from tests.site.reading import broken_links

GERMAN = """---
title: Laternenumzug
date: 2029-05-04
status: published
lang: de
events:
- {id: e1, date: 2029-05-03, when: am Donnerstag, text: Der Rat tagte am Donnerstag.}
---
Der Rat tagte am Donnerstag. Mehr sagte niemand.
"""


@pytest.fixture
def languages(host: Host) -> Host:
    """The log with a German site in `de/`; the parade's brief says that it is in English, the others say nothing."""
    host.plug_in()
    host.set('import tests.site.subsites\nPLUGINS.append(tests.site.subsites)\nSUBSITES = {"de": {}}')
    host.briefs()
    host.templates()
    folder = host.folder / "content" / "briefs"
    parade = folder / "2029-05-04-parade.md"
    parade.write_text(parade.read_text("utf-8").replace("date:", "lang: en\ndate:", 1), "utf-8")
    (folder / "2029-05-04-umzug.md").write_text(GERMAN, "utf-8")
    return host


def rooms(host: Host) -> set[str]:
    """Folders of the builds, wherever they are."""
    return {found.relative_to(host.folder).as_posix() for found in host.folder.rglob("*.newsbrief")}


def test_brief_stands_where_the_host_puts_it(languages: Host) -> None:
    """What the host makes a draft of is among its drafts, and on no page of ours; what has no language is in both."""
    done = languages.build()
    assert done.returncode == 0, done.stderr + done.stdout
    pages = languages.pages()
    both = {"parade.html", "umzug.html", "de/parade.html", "de/umzug.html"}
    assert both & set(pages) == {"parade.html", "de/umzug.html"}
    assert {"de/drafts/parade-en.html", "drafts/umzug-de.html", "lamps.html", "de/lamps.html"} <= set(pages)
    for name in ("timeline/index.html", "quotes/index.html"):
        assert "Lantern parade" in languages.page(name)
        assert "Lantern parade" not in languages.page(f"de/{name}")
    assert "Der Rat" in languages.page("de/timeline/index.html")
    assert "Der Rat" not in languages.page("timeline/index.html")
    assert [name for name in pages if name.startswith("de/people/")] == ["de/people/index.html"]
    # Pelican's own: a draft is in a category that has a page only if something else is in it.
    assert broken_links(pages, "/")[0] == ["de/drafts/parade-en.html: /de/category/town.html"]


def test_nothing_of_the_builds_is_public(languages: Host) -> None:
    """Ledger, lock and stage of the sites within lie beside the outermost output folder."""
    for _ in range(2):
        assert languages.build().returncode == 0
    assert rooms(languages) == {".output.newsbrief"}
    assert [name for name in languages.pages() if "/." in f"/{name}"] == []


@pytest.mark.parametrize("lines", ["", "DELETE_OUTPUT_DIRECTORY = True"])
def test_what_is_taken_back_is_gone_from_the_sites_within(languages: Host, lines: str) -> None:
    """All else is still there, also where each build clears the output folder."""
    languages.set(lines)
    assert languages.build().returncode == 0
    before = set(languages.pages())
    (languages.folder / "content" / "briefs" / "2029-05-05-lamps.md").unlink()
    assert languages.build().returncode == 0
    gone = before - set(languages.pages())
    assert {"lamps.html", "de/lamps.html"} <= gone
    assert {"de/umzug.html", "de/timeline/index.html", "de/index.html"} <= set(languages.pages())


def test_brief_that_is_refused_costs_itself(languages: Host) -> None:
    """It is named once, both sites are built, and the exit code is 1."""
    (languages.folder / "content" / "briefs" / "2029-05-04-lost.md").write_text("title: Lost\n---\nWords\n", "utf-8")
    done = languages.build()
    assert done.returncode == 1
    assert done.stderr.count("2029-05-04-lost.md") == 1
    assert {"parade.html", "de/umzug.html", "timeline/index.html", "de/timeline/index.html"} <= set(languages.pages())


def test_site_within_that_is_built_when_all_is_written(languages: Host) -> None:
    """It is brought into place by itself, and what belongs to its builds is not public, either."""
    languages.set('SUBSITES_WHEN = "after"')
    for _ in range(2):
        done = languages.build()
        assert done.returncode == 0, done.stderr + done.stdout
    assert {"parade.html", "de/umzug.html", "de/timeline/index.html"} <= set(languages.pages())
    assert rooms(languages) == {".output.newsbrief", ".output.de.newsbrief"}


@pytest.mark.parametrize(("outer", "inner"), [("content", "none"), ("none", "content")])
def test_one_of_the_sites_has_no_briefs(languages: Host, outer: str, inner: str) -> None:
    """The other is whole, whichever it is."""
    (languages.folder / "none").mkdir()
    (languages.folder / "none" / "swell.md").write_text("Title: Swell\nDate: 2029-05-04\n\nWords.\n", "utf-8")
    paths = f'PATH = "{outer}"\nSUBSITES["de"]["PATH"] = "{languages.folder}/{inner}"'
    languages.set(f"{paths}\nDELETE_OUTPUT_DIRECTORY = True")
    done = languages.build()
    assert done.returncode == 0, done.stderr + done.stdout
    lamps, swell = ("lamps.html", "de/swell.html") if outer == "content" else ("de/lamps.html", "swell.html")
    assert {lamps, swell} <= set(languages.pages())
    assert not [room for room in rooms(languages) if room.startswith("output/")]
