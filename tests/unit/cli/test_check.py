"""`newsbrief check` as a command: its forms, its clock, and what the settings tell it."""

from __future__ import annotations

import json
import subprocess

import pytest

from tests.newsroom import Newsroom

BRIEF = """\
---
title: The county decides
date: 2029-05-04
status: published
embargo: 2030-03-01 20:00
silence: {loose-end e1: "nobody answered"}
events:
- id: e1
  date: 2029-06
  text: The county will decide in June.
- id: e2
  date: 2029-07
  text: The ferry will stop in July.
---
The county will decide in June. The ferry will stop in July.

[Gone](/people/nobody/)
"""


def test_forms_name_code_file_line_and_fact(newsroom: Newsroom) -> None:
    """Text, JSON and annotations say the same; what is silenced for one event is asked about the other."""
    newsroom.brief("2029-05-04-county.md", BRIEF)
    rows = json.loads(newsroom.run("check", "--format", "json").stdout)
    file = "content/briefs/2029-05-04-county.md"
    assert [(row["code"], row["file"], row["line"], row["about"]) for row in rows] == [
        ("embargo-near", file, 5, ""),
        ("loose-end", file, 11, "e2"),
        ("broken-link", file, 17, ""),
    ]
    text = newsroom.run("check").stdout.splitlines()
    assert [line.startswith(f"{row['file']}:{row['line']}: ") for row, line in zip(rows, text, strict=False)] == [
        True
    ] * 3
    assert text[-1] == "3 things to look at"
    github = newsroom.run("check", "--format", "github").stdout.splitlines()
    assert github[1].startswith(f"::warning file={file},line=11,title=loose-end::e2 was due")


@pytest.mark.parametrize(("zone", "near"), [("UTC", True), ("Asia/Seoul", True), ("America/Los_Angeles", False)])
def test_embargo_ends_on_the_site_s_clock(newsroom: Newsroom, zone: str, near: bool) -> None:
    """Tests are at midnight of 1 March 2030 in UTC; in Los Angeles 20:00 of that day is 28 hours away."""
    settings = newsroom.folder / "pelican.conf.py"
    settings.write_text(settings.read_text("utf-8").replace('TIMEZONE = "UTC"', f'TIMEZONE = "{zone}"'), "utf-8")
    newsroom.brief("2029-05-04-county.md", BRIEF)
    assert ("embargo-near" in newsroom.run("check").stdout) == near


def test_private_repository_is_asked_about_no_drafts(newsroom: Newsroom) -> None:
    """A draft that git tracks is listed where there is a remote, until the settings say who can read it."""
    newsroom.brief("2029-05-04-county.md", BRIEF.replace("status: published", "status: draft"))
    for command in (["init", "-q"], ["add", "content"], ["remote", "add", "origin", "https://git.invalid/a.git"]):
        subprocess.run(["git", *command], cwd=newsroom.folder, check=True, capture_output=True)
    assert "[tracked-draft]" in newsroom.run("check").stdout
    with (newsroom.folder / "pelican.conf.py").open("a", encoding="utf-8") as settings:
        settings.write('\nNEWSBRIEF_REPOSITORY = "private"\n')
    assert "[tracked-draft]" not in newsroom.run("check").stdout
