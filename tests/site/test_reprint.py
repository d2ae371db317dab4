"""Only the bodies of some briefs changed: their pages, feeds and search are made anew, and no other brief is read."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from newsbrief.build.pack import Pack
from tests.newsroom import INSTANT, Newsroom, files_of
from tests.pictures import saved

PARADE = """---
title: Parade returns
date: 2029-05-04
status: published
summary: The parade returns to Quay Street.
tags: [Parade]
people:
- {name: Tove Lind, role: the town's clerk}
quotes:
- id: q1
  speaker: Tove Lind
  text: We shall walk again
events:
- {id: e1, date: 2029-05-03, when: on Thursday, text: The council met on Thursday}
---
Rain is expected.

“We shall walk again,” said Tove Lind.

The council met on Thursday.
"""
FERRY = "---\ntitle: Ferry late\ndate: 2029-04-{:02}\nstatus: published\ntags: [Ferry]\n---\nThe ferry was late {}.\n"
NOTES = ("2029-05-04-parade.md", "2029-04-25-ferry.md")


def edit(newsroom: Newsroom, name: str, old: str, new: str) -> None:
    file = newsroom.content / "briefs" / name
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")


def whole(newsroom: Newsroom, *options: str) -> dict[str, bytes]:
    """The site as a build without a ledger writes it."""
    for folder in ("whole", ".whole.newsbrief"):
        shutil.rmtree(newsroom.folder / folder, ignore_errors=True)
    newsroom.build("-o", "whole", *options, SOURCE_DATE_EPOCH=INSTANT)
    return files_of(newsroom.folder / "whole")


def spoil(file: Path, name: str) -> None:
    """Make what is kept of a brief unreadable: a build that looks at it has to read the brief, and mends this.

    It adds what it read to the file: where this lay, nothing changes.
    """
    value = Pack(file).newest(name)
    assert value is not None
    data = file.read_bytes()
    assert data.count(value[1]) == 1
    file.write_bytes(data.replace(value[1], b"\0" * len(value[1])))


@pytest.fixture
def town(newsroom: Newsroom) -> Newsroom:
    """A newsroom that was built, with one brief that has everything, and more others than a feed holds."""
    newsroom.brief(NOTES[0], PARADE)
    for day in range(1, 27):
        newsroom.brief(f"2029-04-{day:02}-ferry.md", FERRY.format(day, f"{day} times"))
    assert newsroom.build(SOURCE_DATE_EPOCH=INSTANT).returncode == 0
    return newsroom


def body(newsroom: Newsroom) -> None:
    edit(newsroom, NOTES[0], "Rain is expected.", "Snow is expected, and ice.")


def around_a_quote(newsroom: Newsroom) -> None:
    edit(newsroom, NOTES[0], "The council met on Thursday.\n", "The council met on Thursday.\n\nNobody left.\n")


def beginning_like_the_summary(newsroom: Newsroom) -> None:
    edit(newsroom, NOTES[0], "Rain is", "The parade returns to Quay Street. Rain is")


def two_at_once(newsroom: Newsroom) -> None:
    body(newsroom)
    edit(newsroom, NOTES[1], "The ferry", "The *old* ferry")


def one_after_another(newsroom: Newsroom) -> None:
    body(newsroom)
    assert newsroom.build(SOURCE_DATE_EPOCH=INSTANT).returncode == 0
    edit(newsroom, NOTES[1], "The ferry", "The old ferry")


BODIES = (body, around_a_quote, beginning_like_the_summary, two_at_once, one_after_another)


@pytest.mark.parametrize("change", BODIES, ids=lambda one: one.__name__)
def test_no_other_brief_is_read(town: Newsroom, change: Callable[[Newsroom], None]) -> None:
    """What is kept of the others is not looked at, and the site is what a build from nothing gives."""
    pack = town.folder / ".output.newsbrief" / "entries.pack"
    spoil(pack, "briefs/2029-04-01-ferry.md")
    change(town)
    assert town.build(SOURCE_DATE_EPOCH=INSTANT).returncode == 0
    assert town.pages() == whole(town)
    assert Pack(pack).newest("briefs/2029-04-01-ferry.md") is None


def a_title(newsroom: Newsroom) -> None:
    edit(newsroom, NOTES[0], "title: Parade returns", "title: Parade is back")


def a_link_to_another_brief(newsroom: Newsroom) -> None:
    edit(newsroom, NOTES[0], "Rain is", "As [the ferry]({filename}2029-04-25-ferry.md), rain is")


def a_body_and_a_new_brief(newsroom: Newsroom) -> None:
    body(newsroom)
    newsroom.brief("2029-04-27-ferry.md", FERRY.format(27, "again"))


def rights_to_an_excerpt(newsroom: Newsroom) -> None:
    edit(newsroom, NOTES[0], "status: published", "status: published\nrights: excerpt")
    assert newsroom.build(SOURCE_DATE_EPOCH=INSTANT).returncode == 0
    body(newsroom)


def a_protected_name(newsroom: Newsroom) -> None:
    (newsroom.content / "people.yaml").write_text("Odd Fenn: {page: no}\n", "utf-8")
    assert newsroom.build(SOURCE_DATE_EPOCH=INSTANT).returncode == 0
    edit(newsroom, NOTES[0], "Rain is", "Odd Fenn says that rain is")


def a_damaged_page(newsroom: Newsroom) -> None:
    (newsroom.output / "timeline" / "index.html").write_text("mine", "utf-8")
    body(newsroom)


def damaged_plates(newsroom: Newsroom) -> None:
    file = newsroom.folder / ".output.newsbrief" / "plates.pack"
    for name in ("briefs/2029-04-25-ferry.md", "briefs/2029-05-04-parade.md"):
        spoil(file, name)
    body(newsroom)


def a_damaged_plate_of_a_brief_with_links(newsroom: Newsroom) -> None:
    edit(newsroom, "2029-04-01-ferry.md", "The ferry", "As [the parade]({filename}2029-05-04-parade.md), the ferry")
    assert newsroom.build(SOURCE_DATE_EPOCH=INSTANT).returncode == 0
    spoil(newsroom.folder / ".output.newsbrief" / "plates.pack", "briefs/2029-04-01-ferry.md")
    body(newsroom)


def a_link_in_disguise(newsroom: Newsroom) -> None:
    edit(
        newsroom,
        NOTES[1],
        "The ferry",
        r"[The](\{filename}2029-05-04-parade.md) [ferry](&#123;filename}2029-04-24-ferry.md)",
    )
    assert newsroom.build(SOURCE_DATE_EPOCH=INSTANT).returncode == 0
    edit(newsroom, "2029-04-24-ferry.md", "title:", "slug: another\ntitle:")
    edit(newsroom, NOTES[0], "title:", "slug: yet-another\ntitle:")


def a_draft_picture_in_a_folder_with_a_dot(newsroom: Newsroom) -> None:
    conf = newsroom.folder / "pelican.conf.py"
    conf.write_text(conf.read_text("utf-8") + '\nSTATIC_PATHS = ["./images"]\n', "utf-8")
    (newsroom.content / "images" / "quay.png").write_bytes(saved("PNG"))
    newsroom.brief("2029-04-28-draft.md", FERRY.format(28, "![](/images/quay.png)").replace("published", "draft"))
    edit(newsroom, NOTES[0], "Rain is", "![](/images/quay.png) Rain is")
    assert newsroom.build(SOURCE_DATE_EPOCH=INSTANT).returncode == 0
    edit(newsroom, NOTES[0], "![](/images/quay.png) Rain is", "Rain is")


def a_function_of_the_settings(newsroom: Newsroom) -> None:
    conf = newsroom.folder / "pelican.conf.py"
    text = conf.read_text("utf-8")
    conf.write_text(text + '\nFOUNDED = __import__("datetime").date(2029, 1, 1)\nSAYS = lambda: "one"\n', "utf-8")
    assert newsroom.build(SOURCE_DATE_EPOCH=INSTANT).returncode == 0
    conf.write_text(text + '\nFOUNDED = __import__("datetime").date(2029, 1, 2)\nSAYS = lambda: "two"\n', "utf-8")


def a_damaged_outline(newsroom: Newsroom) -> None:
    (file,) = (newsroom.folder / ".output.newsbrief").glob("outline*")
    file.write_bytes(file.read_bytes()[:-1])
    body(newsroom)


OTHERS = (
    *(a_title, a_link_to_another_brief, a_body_and_a_new_brief, rights_to_an_excerpt, a_protected_name),
    *(a_damaged_page, damaged_plates, a_damaged_outline, a_damaged_plate_of_a_brief_with_links, a_link_in_disguise),
    *(a_draft_picture_in_a_folder_with_a_dot, a_function_of_the_settings),
)


@pytest.mark.parametrize("change", OTHERS, ids=lambda one: one.__name__)
def test_what_is_more_than_a_body_is_built_as_always(town: Newsroom, change: Callable[[Newsroom], None]) -> None:
    """Byte for byte what a build from nothing gives, also after another body changed then."""
    change(town)
    for word in ("old ferry", "very old ferry"):
        assert town.build(SOURCE_DATE_EPOCH=INSTANT).returncode == 0
        assert town.pages() == whole(town)
        edit(town, "2029-04-24-ferry.md", "ferry was", f"{word} was")
