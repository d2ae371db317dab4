"""`newsbrief review`."""

from __future__ import annotations

import os
import shutil
import sys
from dataclasses import dataclass, field
from pathlib import Path

import click
from msgspec.structs import replace

from newsbrief import check as finders
from newsbrief.check import Across, alike, changed_since_read
from newsbrief.check.facts import facts
from newsbrief.cli.place import is_private, now, site_language, site_zone, today
from newsbrief.cli.reviewer import whoever
from newsbrief.cli.site import site
from newsbrief.content.folders import BRIEF_FOLDERS, PEOPLE_FILE, RAW_FOLDER
from newsbrief.content.library import library, people_rules, read_entry
from newsbrief.desk import inspection
from newsbrief.model.entry import Entry
from newsbrief.model.refusal import RefusedError
from newsbrief.review import lines
from newsbrief.review.editor import edit
from newsbrief.review.files import contents
from newsbrief.review.questions import questions, refused
from newsbrief.review.session import Opened, Session
from newsbrief.site.facts.addresses import name_key
from newsbrief.site.index.people import gather

WAITING = ("draft", "review")


@dataclass(slots=True)
class Briefs:
    """The content folder as a shelf for the session."""

    content: Path
    paths: list[str]
    entries: dict[str, Entry]
    across: Across
    lang: str
    people_file: Path = field(init=False)

    def __post_init__(self) -> None:
        self.people_file = self.content / PEOPLE_FILE

    def open(self, path: str) -> Opened:
        """Read a brief, and look at it, anew."""
        file = self.content / path
        data = contents(file)
        shown = (data or b"").decode("utf-8", "replace").splitlines()
        try:
            if data is None:
                raise RefusedError((0, "the file is not there any more"))
            entry = read_entry(file, path, self.content / RAW_FOLDER)
        except RefusedError as error:
            return Opened(path, file, data, refused(shown, error.reasons), Path(path).name)
        self.entries[path] = entry
        seen = inspection.seen(entry, self.content, today(), self.across, self.lang)
        asked = questions(entry, seen, list(finders.findings(entry, seen)), shown)
        return Opened(path, file, data, asked, entry.brief.title, entry, seen)

    def names_like(self, name: str) -> list[str]:
        """Everyone in all briefs whose name shares a word with this one, those who share most first."""
        words = set(name_key(name).split("-"))
        shared = {other: len(words & set(key.split("-"))) for key, other in self.across.people.canonical.items()}
        return sorted((other for other, count in shared.items() if count), key=lambda other: (-shared[other], other))

    def people_changed(self) -> None:
        """Bring names together as people.yaml now says."""
        told = [entry for entry in self.entries.values() if entry.brief.status in (*WAITING, "published")]
        people = gather(facts(told, site_zone()), people_rules(self.content)[0])
        self.across = replace(self.across, people=people, spellings=alike.found(told, people))


@click.command()
@click.argument("files", metavar="[FILE …]", nargs=-1, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--all", "everything", is_flag=True, help="Published briefs with findings too, not only those that wait.")
@click.option("--by", help="Who reviews, for `reviewed:`; else git's user.name, else your login.")
@click.option("--plain", is_flag=True, help="Line by line, for screen readers and terminals that cannot draw.")
def review(files: tuple[Path, ...], everything: bool, by: str | None, plain: bool) -> None:
    """Go through briefs in draft and review, question by question, a key each.

    \b
    y right                       1-9 that speaker, that date
    x no quote, no event          m   the same person as
    a add from the words          e   open the line in the editor
    u undo                        ?   all keys

    Every answer is written at once and changes only its own lines.

    \b
      newsbrief review
      newsbrief review content/briefs/2029-05-04-morning-ferry.md
    """  # noqa: D301  # click reads the control character: what follows it is not wrapped
    here = site()
    shelf = shelf_of(here.content, files, here.folders, everything=everything)
    if not shelf.paths:
        click.echo("nothing to review")
        return
    session = Session(shelf, by or whoever(), today())
    if plain or os.environ.get("TERM") == "dumb":
        _by_lines(session)
    elif sys.stdin.isatty() and sys.stdout.isatty():
        from newsbrief.review import terminal  # prompt_toolkit takes its time to load

        terminal.run(session)
    else:
        raise click.UsageError("this needs a terminal; --plain reads keys as lines")
    number = len(session.files.changes)
    click.echo(f"{number} answer{'s' * (number != 1)} written")


def shelf_of(
    content: Path, files: tuple[Path, ...], folders: tuple[str, ...] = BRIEF_FOLDERS, *, everything: bool = False
) -> Briefs:
    """The briefs to go through: those named, else those that wait or cannot be read."""
    entries, refusals = library(content, folders)
    lang = site_language()
    across = finders.across(entries, content, finders.Clock(now(), site_zone()), private=is_private())
    known = {entry.path: entry for entry in entries}
    shelf = Briefs(content, [], known, across, lang)
    named = [file.resolve() for file in files]
    below = content.resolve()
    outside = next((file for file in named if not file.is_relative_to(below)), None)
    if outside is not None:
        raise click.UsageError(f"{outside} is no brief of this site")
    if named:
        shelf.paths = [file.relative_to(below).as_posix() for file in named]
        return shelf
    bad = dict.fromkeys(refusal.file.partition("/")[2] for refusal in refusals)
    waiting = {entry.path for entry in entries if _waits(entry) or (everything and _found(entry, shelf))}
    shelf.paths = sorted({*bad, *waiting})
    return shelf


def _waits(entry: Entry) -> bool:
    """Nobody has read it, or not as it is now."""
    silent = entry.brief.silence.get(changed_since_read.CODE)
    return entry.brief.status in WAITING or (changed_since_read.unread(entry.brief) and not silent)


def _found(entry: Entry, shelf: Briefs) -> bool:
    seen = inspection.seen(entry, shelf.content, today(), shelf.across, shelf.lang)
    return any(True for _ in finders.findings(entry, seen))


def _by_lines(session: Session) -> None:
    width = shutil.get_terminal_size().columns
    lines.run(session, lambda: input("> "), click.echo, edit, width)
