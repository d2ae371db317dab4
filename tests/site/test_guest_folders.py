"""A host is told of what lies in a folder of briefs and is perhaps an article, and of folders that are not there."""

from __future__ import annotations

import shutil

import pytest

from tests.site.hosting import Host, told

POST = "---\ntitle: An older article\ndate: 2029-05-01\n{}---\nWhat readers had.\n"
# What Pelican knows, and what newsbrief knows and other sites' articles have, too.
PELICANS = "tags: [Sea]\ncategory: Town\nauthor: Bo\nlang: en\nmodified: 2029-05-02\nsummary: Short\nslug: old\n"
COMMON = "link: https://log.example/\nsource: Bo\nphoto: {caption: Sea}\nrights: own\nstory: Sea\naliases: [old/]\n"
OF_BRIEFS = "status: review", "status: draft", "embargo: 2031-01-01", "quotes: []", "people: []"


def said(host: Host) -> str:
    """What a build that goes well says."""
    done = host.build()
    assert done.returncode == 0, done.stderr + done.stdout
    return told(done)


@pytest.fixture
def guest(host: Host) -> Host:
    """The log with newsbrief and briefs."""
    host.plug_in()
    host.briefs()
    return host


@pytest.mark.parametrize("fields", ["", PELICANS, COMMON])
def test_article_among_briefs_is_named(guest: Host, fields: str) -> None:
    """What has neither a status nor a field of briefs alone is in review; the build says so, and what to do."""
    (guest.folder / "content" / "briefs" / "old.md").write_text(POST.format(fields), "utf-8")
    warned = said(guest)
    assert "content/briefs/old.md has no `status:`" in warned
    assert "If it is one, write `status: review`; if it is an article, move it out of content/briefs" in warned
    assert warned.count("has no `status:`") == 1
    assert [name for name, data in guest.pages().items() if b"What readers had" in data] == []


@pytest.mark.parametrize("field", OF_BRIEFS)
def test_brief_is_not_named(guest: Host, field: str) -> None:
    """One line that only a brief has, or a status, is enough."""
    (guest.folder / "content" / "briefs" / "old.md").write_text(POST.format(f"{field}\n"), "utf-8")
    assert "old.md" not in said(guest)


def test_markdown_with_another_ending_is_named(guest: Host) -> None:
    """It is neither a brief nor an article: nobody would know."""
    file = guest.folder / "content" / "briefs" / "old.markdown"
    file.write_text("Title: Old\nDate: 2029-05-01\n\nWords.\n", "utf-8")
    assert "content/briefs/old.markdown is read by nobody" in said(guest)


@pytest.mark.parametrize("folders", ['["breifs"]', '["briefs", "breifs"]', '"breifs"'])
def test_folder_that_is_not_there_is_named(guest: Host, folders: str) -> None:
    """A slip in the setting would publish all briefs as articles: the build says which name it is."""
    shutil.rmtree(guest.folder / "content" / "raw")
    guest.set(f"NEWSBRIEF_FOLDERS = {folders}")
    assert "NEWSBRIEF_FOLDERS names breifs, and there is no folder content/breifs" in said(guest)


def test_sites_without_briefs_hear_nothing(host: Host) -> None:
    """The folder that is meant where nothing is set need not be there."""
    host.plug_in()
    assert "NEWSBRIEF_FOLDERS" not in said(host)
