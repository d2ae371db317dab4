"""All briefs of a content folder, read and held against their bodies and their raw articles."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from pathlib import Path

from newsbrief.collate.addresses import name_key
from newsbrief.document import (
    MAX_BYTES,
    as_written,
    cleaned,
    decode,
    is_page,
    locate,
    nearest,
    page_notices,
    page_words,
    parse,
    plain,
)
from newsbrief.document.people import parse_people
from newsbrief.document.reanchor import reanchor
from newsbrief.document.story import parse_story
from newsbrief.intake.decode import decoded
from newsbrief.intake.origin import LONGEST, origin
from newsbrief.intake.text.lines import clean
from newsbrief.intake.unseen import UNSEEN
from newsbrief.intake.wire import form
from newsbrief.intake.wire.mail import begins as has_parts
from newsbrief.intake.wire.words import strings
from newsbrief.model.brief import Brief, BriefQuote
from newsbrief.model.entry import Entry, PersonRule
from newsbrief.model.refusal import Refusal, RefusedError
from newsbrief.model.stories import StoryFile

BRIEF_FOLDERS = ("briefs",)
RAW_FOLDER = "raw"
PEOPLE_FILE = "people.yaml"
STORIES_FOLDER = "stories"
SHOWN_WORDS = 12
# What the desk reads as white space in plain text.
BLANK = re.compile(r"[\x00-\x1f\x7f]")
TAIL_BYTES, TAIL_LINES = 2_000, 3


def library(
    content: Path, folders: Sequence[str] = BRIEF_FOLDERS, raw: str = RAW_FOLDER
) -> tuple[tuple[Entry, ...], tuple[Refusal, ...]]:
    """Read every brief below `content`'s folders, in the order of their names; a bad one costs only itself."""
    paths = (file.relative_to(content).as_posix() for file in brief_files(content, folders))
    return sorted_out(read_or_refused(content, path, raw) for path in paths)


def sorted_out(read: Iterable[Entry | tuple[Refusal, ...]]) -> tuple[tuple[Entry, ...], tuple[Refusal, ...]]:
    """The entries, and the reasons why others are none."""
    entries: list[Entry] = []
    refusals: list[Refusal] = []
    for one in read:
        if isinstance(one, Entry):
            entries.append(one)
        else:
            refusals += one
    return tuple(entries), tuple(refusals)


def read_or_refused(content: Path, path: str, raw: str = RAW_FOLDER) -> Entry | tuple[Refusal, ...]:
    """One brief from its file below the content folder, or everything that is wrong with it."""
    try:
        return read_entry(content / path, path, content / raw)
    except RefusedError as error:
        return tuple(error.refusals(f"{content.name}/{path}"))


def people_rules(content: Path) -> tuple[tuple[PersonRule, ...], tuple[Refusal, ...]]:
    """What content/people.yaml says; a site without one has no rules."""
    file = content / PEOPLE_FILE
    if not file.is_file():
        return (), ()
    if not file.stat().st_size:
        # A save that failed, perhaps: nobody's name is shown for that.
        reason = "the file is empty; write one line a person, `Name: {page: no}`, or take the file away"
        return (), (Refusal(f"{content.name}/{PEOPLE_FILE}", 0, reason),)
    try:
        return parse_people(read_text(file)), ()
    except RefusedError as error:
        return (), error.refusals(f"{content.name}/{PEOPLE_FILE}")


def story_files(content: Path) -> tuple[tuple[StoryFile, ...], tuple[Refusal, ...]]:
    """What people wrote about stories, by name; a bad one costs only its own words."""
    found: list[StoryFile] = []
    refusals: list[Refusal] = []
    for file in brief_files(content, [STORIES_FOLDER]):
        path = file.relative_to(content).as_posix()
        try:
            found.append(parse_story(read_text(file), name_key(file.stem), path))
        except RefusedError as error:
            refusals += error.refusals(f"{content.name}/{path}")
    return tuple(found), tuple(refusals)


def brief_files(content: Path, folders: Iterable[str] = BRIEF_FOLDERS) -> tuple[Path, ...]:
    """The Markdown files that hold briefs; hidden ones and editors' leftovers are none."""
    found = {file for folder in folders for file in (content / folder).rglob("*.md")}
    return tuple(sorted(file for file in found if file.is_file() and not file.name.startswith((".", "#"))))


def read_entry(file: Path, path: str, raw_folder: Path) -> Entry:
    """One brief from its file. Raises RefusedError with everything that is wrong with it."""
    brief = parse(read_text(file))
    text = plain(brief.body)
    in_raw, not_in_raw = _held_against_raw(brief, raw_folder)
    missing: list[tuple[int, str]] = []
    parts = {}
    for quote in brief.quotes:
        found = locate(text, quote.text)
        if isinstance(found, int):
            # One thing to correct is told once, though it is missing in two places.
            nor = ", nor in the raw article" if not_in_raw.pop(quote.id, None) else ""
            way_out = f"word for word{nor}; correct the quote"
            missing.append((quote.line, _not_there(quote, found, text, "the body", way_out)))
        else:
            parts[quote.id] = found
    if missing or not_in_raw:
        raise RefusedError(*missing, *not_in_raw.values())
    return Entry(path, brief, text, parts, in_raw, _tail(brief, raw_folder))


def read_text(file: Path) -> str:
    """A brief's text; one that is far too large is refused before it is read."""
    size = file.stat().st_size
    if size > MAX_BYTES:
        raise RefusedError((0, f"{size:,} bytes; a brief has at most {MAX_BYTES:,}"))
    return decode(file.read_bytes())


def read_to_change(file: Path) -> str:
    """The same with the file's own line ends and byte order mark, for changes that leave all else as it is."""
    read_text(file)
    return as_written(file.read_bytes())


def write_text(file: Path, text: str) -> None:
    """Replace a file in one step: whoever reads it meanwhile, or pulls the plug, finds the old text or the new."""
    write_bytes(file, text.encode("utf-8"))


def write_bytes(file: Path, data: bytes) -> None:
    """The same for bytes."""
    draft = file.with_name(f".{file.name}.new")
    draft.write_bytes(data)
    draft.replace(file)


def reanchored(file: Path, raw_folder: Path) -> tuple[str, ...]:
    """Set the quotes of one brief to the body's words again; the ids of those that were changed."""
    text = read_to_change(file)
    done = reanchor(text, _raw_words(parse(text), raw_folder))
    if done.quotes:
        write_text(file, done.text)
    return done.quotes


def _held_against_raw(brief: Brief, raw_folder: Path) -> tuple[frozenset[str], dict[str, tuple[int, str]]]:
    """The ids of the quotes that stand in the raw article, and why others do not and should."""
    # Newsrooms may keep raw articles out of the repository: without one there is nothing to hold a quote against.
    words = _raw_words(brief, raw_folder) if brief.quotes else None
    if words is None:
        return frozenset(), {}
    found, missing = [], dict[str, tuple[int, str]]()
    for quote in brief.quotes:
        place = locate(words, quote.text)
        if not isinstance(place, int):
            found.append(quote.id)
        elif not quote.differs:
            way_out = "word for word; correct the quote, or say why it differs in a `differs:` line beside it"
            missing[quote.id] = (quote.line, _not_there(quote, place, words, "the raw article", way_out))
    # What calls an item back may have taken the words' place.
    return frozenset(found), {} if brief.raw and brief.raw.killed else missing


def _raw_file(brief: Brief, raw_folder: Path) -> Path | None:
    # A path in front matter is a person's or a stranger's: only a plain file of the raw folder is ever opened.
    name = brief.raw.file if brief.raw else ""
    file = raw_folder / name
    if not name or Path(name).name != name or not file.is_file() or file.stat().st_size > 2 * MAX_BYTES:
        return None
    return file


def _tail(brief: Brief, raw_folder: Path) -> tuple[str, ...]:
    """The last lines of the raw article; of a saved page, whose end is its site's, the copyright lines."""
    file = _raw_file(brief, raw_folder)
    if file is None:
        return ()
    with file.open("rb") as handle:
        head = handle.read(LONGEST)
        start = origin(head.decode("utf-8-sig", "replace")).text.lstrip()
        if form(start) or has_parts(head):
            return ()
        if start.startswith("<"):
            return page_notices(_text_of(file.read_bytes()))[-TAIL_LINES:]
        handle.seek(max(0, file.stat().st_size - TAIL_BYTES))
        lines = handle.read().decode("utf-8", "replace").split("\n")
    return tuple(line.strip() for line in lines if line.strip())[-TAIL_LINES:]


def _text_of(data: bytes) -> str:
    """A raw article's text, as it can be read, without what its browser wrote above it."""
    try:
        text = decoded(data)
    except RefusedError:
        text = data.decode("utf-8", "replace")
    return origin(text).text


def _raw_words(brief: Brief, raw_folder: Path) -> str | None:
    file = _raw_file(brief, raw_folder)
    if file is None:
        return None
    data = file.read_bytes()
    if has_parts(data):
        return _agency_words(data, brief.raw.item if brief.raw else "")
    text = _text_of(data)
    if form(text):
        return _agency_words(data, brief.raw.item if brief.raw else "")
    return UNSEEN.sub("", page_words(text)) if is_page(text) else cleaned(BLANK.sub(" ", clean(text)))


def _agency_words(data: bytes, item: str) -> str | None:
    """All words of an agency's file; None where it has the item no more, as feeds drop what is old."""
    source, said = _agency_source(data)
    longest = max(item.split(":"), key=len)
    return said if longest in source else None


# A feed is read for each of its items, one after the other.
@lru_cache(maxsize=4)
def _agency_source(data: bytes) -> tuple[str, str]:
    """The file's text with its names as they are, and its words; escaped HTML in it is read as HTML."""
    source, texts = strings(data)
    shown = (page_words(page_words(text)) if "<" in text or "&" in text else text for text in texts)
    return source, UNSEEN.sub("", cleaned(BLANK.sub(" ", "\n".join(shown))))


def _not_there(quote: BriefQuote, part: int, text: str, where: str, way_out: str) -> str:
    said = _shortened(quote.text[part])
    near = nearest(text, quote.text[part])
    hint = f'; the nearest is "{_shortened(near)}"' if near else ""
    return f'quote {quote.id}: "{said}" is not in {where} {way_out}{hint}'


def _shortened(words: str) -> str:
    shown = words.split()
    return " ".join(shown[:SHOWN_WORDS]) + (" …" if len(shown) > SHOWN_WORDS else "")
