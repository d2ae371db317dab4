"""Everything that may happen to a newsroom between two builds, as small changes drawn by chance."""

from __future__ import annotations

import os
import random
import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from tests.newsroom import INSTANT, Newsroom
from tests.pictures import drawn, jpeg, packet, saved

NAMES = ("Tove Lind", "Ansel Quay", "Mira Solberg", "Odd Fenn", "Ida Brack", "Tove  Lind", "Liv Marsh")
ROLES = ("the town's clerk", "a councillor", "the harbour master", "")
TOPICS = ("Parade", "Ferry", "Harbour", "School", "Council")
STATUSES = ("published", "published", "published", "published", "review", "draft", "retracted", "withdrawn")
WORDS = ("lamps", "ferries", "ropes", "tides", "chairs", "keys", "nets", "boats")
DAY = 86_400


@dataclass
class Town:
    """A newsroom and how it is built from now on. `log`: what was done to it, for the message of a failing test.

    `calm`: nothing is refused, nothing goes out to readers, and briefs have none of what reaches other files, so that
    most changes are small ones to the builds as well.
    """

    newsroom: Newsroom
    chance: random.Random
    environment: dict[str, str] = field(default_factory=lambda: {"SOURCE_DATE_EPOCH": INSTANT})
    options: list[str] = field(default_factory=list)
    calm: bool = False
    made: int = 0
    log: list[str] = field(default_factory=list)

    @property
    def briefs(self) -> list[Path]:
        """All briefs, in the order of their names."""
        return sorted((self.newsroom.content / "briefs").glob("*.md"))

    def any_brief(self) -> Path:
        """One of them."""
        return self.chance.choice(self.briefs)

    def change(self) -> str:
        """Do something, and say what."""
        # Readers had nothing yet: what is not published without a word has tests of its own.
        (self.newsroom.folder / ".output.newsbrief" / "published.json").unlink(missing_ok=True)
        what = self.chance.choice(CALM if self.calm else CHANGES)
        what(self)
        self.log.append(f"{len(self.log) + 1}: {what.__name__}")
        return self.log[-1]


def settle(newsroom: Newsroom, project: Path, seed: int, *, calm: bool = False) -> Town:
    """A newsroom with its own copy of the theme and a few briefs."""
    theme = newsroom.folder / "theme"
    shutil.copytree(project / "theme", theme)
    conf = newsroom.folder / "pelican.conf.py"
    conf.write_text(conf.read_text("utf-8").replace(repr(str(project / "theme")), 'str(HERE / "theme")'), "utf-8")
    (newsroom.content / "stories").mkdir()
    town = Town(newsroom, random.Random(seed), calm=calm)  # noqa: S311
    for _ in range(2):
        put_photo(town)
    for _ in range(6):
        add_brief(town)
    return town


def text_of(town: Town) -> str:
    """A brief that may have any of the fields."""
    chance = town.chance
    name, thing = chance.choice(NAMES), chance.choice(WORDS)
    said = f"We carry the {thing} up the hill this year"
    day = f"2029-{chance.randint(4, 6):02}-{chance.randint(1, 28):02}"
    about = chance.choice(["summary: The parade will not pass the harbour.", ""])
    more = [
        chance.choice(["", "category: Harbour", "category: Town"]),
        chance.choice(["", "story: The lantern parade"]),
        chance.choice(["", "", f"embargo: {chance.choice(['2030-02-28', '2030-03-02'])}"]),
        chance.choice(["", "", f"aliases: [old/{town.made}.html]"]),
        chance.choice(["", "places: [Port Ellery]"]),
        chance.choice(["", photo_of(town)]),
    ]
    ahead = chance.choice(["", "- {id: e2, date: 2030-03-02, when: on 2 March, text: The hall reopens on 2 March.}\n"])
    link = chance.choice(
        ["", "", f"\n\nSee [another]({{filename}}{town.any_brief().name}).", "\n\n![](|static|/images/quay.png)"]
    )
    if town.calm:
        link, more = "", [one for one in more if not one.startswith(("embargo", "aliases", "photo"))]
    lines = "\n".join(line for line in (about, *more) if line)
    return f"""---
title: The {thing} of brief {town.made}
date: {day}
status: {"published" if town.calm else chance.choice(STATUSES)}
{lines}
tags: [{", ".join(chance.sample(TOPICS, 2))}]
people:
- {{name: {name}, role: {chance.choice(ROLES)!r}}}
quotes:
- id: q1
  speaker: {name}
  text: {said}
events:
- {{id: e1, date: 2029-05-03, when: on Thursday, text: The council met on Thursday.}}
{ahead}---
The council met on Thursday about {chance.choice(WORDS)}. “{said},” {name} said. The hall reopens on 2 March.{link}
"""


def add_brief(town: Town) -> None:
    town.made += 1
    file = town.newsroom.content / "briefs" / f"2029-05-04-brief-{town.made}.md"
    file.write_text("---\ntitle: x\ndate: 2029-05-04\n---\nx\n", "utf-8")
    file.write_text(text_of(town), "utf-8")


def edit_body(town: Town) -> None:
    replace_in(town.any_brief(), r"about \w+\.", f"about {town.chance.choice(WORDS)} and {town.chance.choice(WORDS)}.")


def edit_title(town: Town) -> None:
    replace_in(town.any_brief(), r"title: .*", f"title: Another headline {town.chance.randint(1, 99)}")


def edit_date(town: Town) -> None:
    replace_in(town.any_brief(), r"\ndate: .*", f"\ndate: 2029-{town.chance.randint(1, 12):02}-11")


def edit_tags(town: Town) -> None:
    replace_in(town.any_brief(), r"tags: .*", f"tags: [{', '.join(town.chance.sample(TOPICS, 3))}]")


def edit_status(town: Town) -> None:
    replace_in(town.any_brief(), r"status: .*", f"status: {town.chance.choice(STATUSES)}")


def write_anew(town: Town) -> None:
    town.any_brief().write_text(text_of(town), "utf-8")


def break_brief(town: Town) -> None:
    replace_in(town.any_brief(), r"text: We", "text: Nobody said that we")


def remove_brief(town: Town) -> None:
    if len(town.briefs) > 3:
        town.any_brief().unlink()


def rename_brief(town: Town) -> None:
    file = town.any_brief()
    file.rename(file.with_name(f"2029-05-05-renamed-{town.chance.randint(1, 999)}.md"))


def touch_brief(town: Town) -> None:
    os.utime(town.any_brief())


def change_in_secret(town: Town) -> None:
    """Another word of the same length, and the times as they were."""
    file = town.any_brief()
    looks = file.stat()
    replace_in(file, r"reopens on", "re-opened on"[:10])
    os.utime(file, ns=(looks.st_atime_ns, looks.st_mtime_ns))


def merge_people(town: Town) -> None:
    one, other = town.chance.sample(NAMES[:5], 2)
    rules = town.chance.choice(
        [f"{one}: {{also: [{other}]}}\n", f"{one}: {{page: no}}\n", f"{one}: {{page: yes}}\n", "# nobody\n"]
    )
    (town.newsroom.content / "people.yaml").write_text(rules, "utf-8")


def write_story(town: Town) -> None:
    file = town.newsroom.content / "stories" / "the-lantern-parade.md"
    file.write_text(f"---\ntitle: Lanterns {town.chance.randint(1, 9)}\n---\nThe story of a parade.\n", "utf-8")


def write_page(town: Town) -> None:
    name = town.chance.choice(["about", "corrections-policy"])
    body = f"Title: Page {town.chance.randint(1, 9)}\n\nWe are a small newsroom.\n"
    (town.newsroom.content / "pages" / f"{name}.md").write_text(body, "utf-8")


def put_picture(town: Town) -> None:
    """Another one in the place of the last, and now and then what is none."""
    size = (town.chance.randint(20, 90), town.chance.randint(20, 90))
    data = saved("PNG", drawn(*size)) if town.chance.random() < 0.8 else town.chance.randbytes(40)
    (town.newsroom.content / "images" / "quay.png").write_bytes(data)


def put_photo(town: Town) -> None:
    """A photo that briefs may name, in the place of the last; some tell of themselves whose they are."""
    size = (town.chance.randint(300, 520), town.chance.randint(200, 300))
    xmp = packet("The file's own", "© The file") if town.chance.random() < 0.5 else b""
    name = town.chance.choice(["harbour.jpg", "hill.jpg"])
    (town.newsroom.content / "images" / name).write_bytes(jpeg(drawn(*size), xmp=xmp))


def lose_photo(town: Town) -> None:
    (town.newsroom.content / "images" / "harbour.jpg").unlink(missing_ok=True)


def edit_photo(town: Town) -> None:
    brief = town.any_brief()
    replace_in(brief, r"\nphoto: .*", "")
    if town.chance.random() < 0.8:
        replace_in(brief, r"\ntags:", f"\n{photo_of(town)}\ntags:")


def photo_of(town: Town) -> str:
    """A line that names a photo, its credit left to the file by turns."""
    whole = "credit: Osla Brandt, rights: © Tidings, "
    credit = town.chance.choice([whole, whole, "credit: Osla Brandt, ", ""])
    files = ("images/harbour.jpg", "images/harbour.jpg", "images/hill.jpg", "images/quay.png", "harbour.jpg")
    file = town.chance.choice(files)
    return f"photo: {{{credit}caption: The {town.chance.choice(WORDS)}., file: {file}}}"


def edit_template(town: Town) -> None:
    name = town.chance.choice(["article", "base", "tag", "timeline", "components/teaser", "components/date"])
    file = town.newsroom.folder / "theme" / "templates" / f"{name}.html"
    file.write_text(f"{file.read_text('utf-8')}{{# {town.chance.random()} #}}", "utf-8")
    if name in ("article", "tag", "timeline"):
        replace_in(file, r"<h1>", f'<h1 title="{town.chance.randint(1, 99)}">')


def edit_style(town: Town) -> None:
    file = town.newsroom.folder / "theme" / "static" / "css" / "tokens.css"
    file.write_text(f"{file.read_text('utf-8')}\n.nb-x {{ top: {town.chance.randint(1, 99)}px }}\n", "utf-8")


def edit_words(town: Town) -> None:
    file = town.newsroom.folder / "theme" / "translations" / "en" / "newsbrief.po"
    file.parent.mkdir(exist_ok=True)
    words = f"Topics {town.chance.randint(1, 9)}"
    head = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n'
    file.write_text(f'{head}\nmsgid "Topics"\nmsgstr "{words}"\n', "utf-8")


def edit_settings(town: Town) -> None:
    replace_in(
        town.newsroom.folder / "pelican.conf.py",
        r"\nSITENAME = .*",
        f'\nSITENAME = "Paper {town.chance.randint(1, 9)}"',
    )


def turn_to_readers(town: Town) -> None:
    town.options = [] if town.options else ["--publish"]
    town.environment = {**town.environment, "SITEURL": "https://news.example/brief" if town.options else ""}


def let_time_pass(town: Town) -> None:
    later = int(town.environment["SOURCE_DATE_EPOCH"]) + town.chance.choice([60, DAY, 3 * DAY])
    town.environment = {**town.environment, "SOURCE_DATE_EPOCH": str(later)}


def spoil_output(town: Town) -> None:
    files = sorted(path for path in town.newsroom.output.rglob("*.html"))
    if files:
        file = town.chance.choice(files)
        file.write_bytes(b"spoilt" if town.chance.random() < 0.5 else file.read_bytes()[:-1] + b" ")


def lose_output(town: Town) -> None:
    files = sorted(path for path in town.newsroom.output.rglob("*.*") if path.is_file())
    if files:
        town.chance.choice(files).unlink()


def leave_foreign_file(town: Town) -> None:
    if town.newsroom.output.is_dir():
        (town.newsroom.output / f"foreign-{town.chance.randint(1, 9)}.txt").write_text("x", "utf-8")


def replace_in(file: Path, pattern: str, words: str) -> None:
    text = file.read_text("utf-8")
    file.write_text(re.sub(pattern, lambda _: words, text, count=1), "utf-8")


CHANGES: tuple[Callable[[Town], None], ...] = (
    *(add_brief, edit_body, edit_body, edit_title, edit_date, edit_tags, edit_status, write_anew, break_brief),
    *(remove_brief, rename_brief, touch_brief, change_in_secret, merge_people, write_story, write_page, put_picture),
    *(put_photo, put_photo, lose_photo, edit_photo, edit_photo),
    *(edit_template, edit_style, edit_words, edit_settings, turn_to_readers, let_time_pass),
    *(spoil_output, lose_output, leave_foreign_file),
)
CALM: tuple[Callable[[Town], None], ...] = (
    *(add_brief, add_brief, edit_body, edit_body, edit_body, edit_title, edit_title, edit_date, edit_tags, edit_tags),
    *(write_anew, write_anew, remove_brief, rename_brief, touch_brief, change_in_secret, edit_status, write_page),
    *(edit_template, edit_settings, let_time_pass, spoil_output, lose_output, leave_foreign_file),
)
