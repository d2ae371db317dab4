"""A brief's file, its raw article and people.yaml to a proof. No other brief is read, however many there are."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from newsbrief import check, document, rules
from newsbrief.check.seen import line_of
from newsbrief.content.folders import BRIEF_FOLDERS, RAW_FOLDER
from newsbrief.content.library import people_rules, read_or_refused
from newsbrief.content.text_files import read_text
from newsbrief.desk import inspection, raw_files
from newsbrief.document.decoding import with_newlines
from newsbrief.intake.decode import decoded
from newsbrief.model.article import Reading
from newsbrief.model.brief import Brief
from newsbrief.model.entry import Entry
from newsbrief.model.refusal import RefusedError
from newsbrief.proof.facts import Places, facts, with_doubts
from newsbrief.proof.keys import Keys, keys
from newsbrief.proof.marks import Marked, marked, nearly
from newsbrief.proof.segments import paragraphs
from newsbrief.proof.sheet import Doubt, Raw, Sheet

# That a brief waits for its reader is why its proof is open; what the others need to know stands elsewhere.
# Of a raw file that the desk cannot read, so many bytes are shown.
LONGEST = 200_000
BLANK_LINES = re.compile(r"\n\s*\n")
LEFT_OUT = (
    *("awaits-review", "loose-end", "same-event", "lost-event", "no-story", "embargo-near", "tracked-draft"),
    *("duplicate-brief", "two-spellings", "contradicting-role", "broken-link"),
)


class Room(Struct, frozen=True):
    """Where briefs are read, on which day, and the language of those that name none.

    `folders`: those of briefs, below the content folder. The path of a proof begins in the first of them, or names
    another one, and has no ".md".
    """

    content: Path
    today: dt.date
    lang: str = rules.DEFAULT
    folders: tuple[str, ...] = BRIEF_FOLDERS

    @property
    def briefs(self) -> Path:
        """The first of the folders of briefs."""
        return self.content / self.folders[0]

    def below(self, path: str) -> str:
        """The way of a brief's file from the content folder, by its proof's path."""
        inside = f"{self.folders[0]}/{path}.md"
        named = any(path.startswith(f"{folder}/") for folder in self.folders[1:])
        return f"{path}.md" if named and not (self.content / inside).is_file() else inside

    def path(self, below: str) -> str:
        """The other way round; "" for what is no brief's."""
        bare = below.removesuffix(".md")
        if bare.startswith(f"{self.folders[0]}/"):
            return bare.removeprefix(f"{self.folders[0]}/")
        return bare if any(bare.startswith(f"{folder}/") for folder in self.folders[1:]) else ""


def sheet(path: str, room: Room) -> Sheet:
    """The proof of the brief at a path as `Room` has it.

    Raises FileNotFoundError where there is none, or where the path leads elsewhere. A brief with faults has a proof
    too, which tells them.
    """
    file = brief_file(path, room)
    shown = f"{room.content.name}/{room.below(path)}"
    try:
        text = read_text(file)
        brief, places = document.parse(text), document.places(text)
    except RefusedError as error:
        source = _lines(file.read_text("utf-8", "replace"))
        doubts = tuple(Doubt(one.line, one.reason) for one in error.refusals(shown))
        return Sheet(path, shown, path, source=source, doubts=doubts)
    return _proof(Sheet(path, shown, brief.title, brief.status, _lines(text)), brief, places, room)


def _proof(bare: Sheet, brief: Brief, places: Places, room: Room) -> Sheet:
    """The sheet with both texts, the facts, and what is unsure."""
    entry, doubts = _entry(brief, room.below(bare.path), room)
    seen = inspection.seen(entry, room.content, room.today, check.Across(), room.lang)
    found = (one for one in check.findings(entry, seen) if one.code not in LEFT_OUT)
    doubts += [Doubt(one.line, one.message, one.about, one.span) for one in found]
    known = keys(brief, people_rules(room.content)[0])
    body = marked(entry.text, seen.mentions, brief, known, body=True)
    lang = rules.known(brief.lang) or room.lang
    raw, reading = _raw(brief, room, lang)
    in_raw = _marked_raw(reading, brief, known, lang) if reading else None

    def line(at: int) -> int:
        return line_of(entry, at)

    made = facts(brief, places, known, body, in_raw, line)
    about, rest = with_doubts(made, doubts, body.marks, brief.body_line)
    shown = paragraphs(entry.text, body.marks, line)
    return replace(bare, paragraphs=shown, raw=_with_text(raw, reading, in_raw), facts=about, doubts=rest)


def _lines(text: str) -> tuple[str, ...]:
    """As editors count them: what else Unicode takes for a line's end is none."""
    return tuple(with_newlines(text).split("\n"))


def brief_file(path: str, room: Room) -> Path:
    """The file of a proof's path. Raises FileNotFoundError, also for what is hidden or lies elsewhere."""
    parts = path.split("/")
    odd = any(part.startswith((".", "#")) or not part for part in parts) or "\0" in path or "\\" in path
    if odd:
        raise FileNotFoundError(path)
    file = room.content / room.below(path)
    homes = (room.content / folder for folder in room.folders)
    if not file.is_file() or not any(file.resolve().is_relative_to(home.resolve()) for home in homes):
        raise FileNotFoundError(path)
    return file


def _entry(brief: Brief, path: str, room: Room) -> tuple[Entry, list[Doubt]]:
    """The brief held against its texts; where it cannot be published as it is, as much of it as can be found."""
    read = read_or_refused(room.content, path)
    if isinstance(read, Entry):
        return read, []
    text = document.plain(brief.body)
    parts = {quote.id: nearly(text, quote) for quote in brief.quotes}
    return Entry(path, brief, text, parts), [Doubt(one.line, one.reason) for one in read]


def _raw(brief: Brief, room: Room, lang: str) -> tuple[Raw | None, Reading | None]:
    name = brief.raw.file if brief.raw else ""
    file = room.content / RAW_FOLDER / name
    # A path in front matter is a stranger's: only a plain file of the raw folder is ever opened.
    if not name or Path(name).name != name or not file.is_file():
        return None, None
    try:
        data = raw_files.raw_bytes(file)
        reading = raw_files.read_raw(data, name, lang)
    except RefusedError as error:
        refused = "; ".join(one.reason for one in error.refusals(name))
        return Raw(name, refused=refused), _as_written(file)
    return Raw(name, around=tuple(_around(reading))), reading


def _as_written(file: Path) -> Reading:
    """The words of a raw file that the desk makes no article of, for a person to see why."""
    with file.open("rb") as handle:
        data = handle.read(LONGEST)
    try:
        text = decoded(data)
    except RefusedError:
        text = data.decode("utf-8", "replace")
    words = document.page_words(text) if document.is_page(text) else text
    blocks = (" ".join(block.split()) for block in BLANK_LINES.split(document.cleaned(words)))
    return Reading("", "\n\n".join(filter(None, blocks)))


def _around(reading: Reading) -> list[tuple[str, str]]:
    photo = reading.photo
    told = [
        ("headline", reading.headline),
        ("by", ", ".join(reading.authors)),
        ("source", ", ".join(reading.source)),
        ("date", reading.date),
        ("dateline", reading.dateline),
        ("photo", " / ".join(filter(None, (photo.credit, photo.rights, photo.caption))) if photo else ""),
        ("embargo", reading.embargo),
        *(("left out", note) for note in reading.notes),
    ]
    return [(what, words) for what, words in told if words]


def _marked_raw(reading: Reading, brief: Brief, known: Keys, lang: str) -> Marked:
    found = inspection.mentions(reading.text, brief.date.day.isoformat(), lang)
    return marked(reading.text, found, brief, known, body=False)


def _with_text(raw: Raw | None, reading: Reading | None, found: Marked | None) -> Raw | None:
    if raw is None or reading is None or found is None:
        return raw
    return replace(raw, paragraphs=paragraphs(reading.text, found.marks))
