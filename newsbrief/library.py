"""All briefs of a content folder, read and held against their bodies and their raw articles."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from newsbrief.build import files
from newsbrief.collate.addresses import name_key
from newsbrief.document import MAX_BYTES, as_written, decode, locate, nearest, parse, plain
from newsbrief.document.story import parse_story
from newsbrief.model.brief import Brief, BriefQuote
from newsbrief.model.entry import Entry, PersonRule
from newsbrief.model.refusal import Refusal, RefusedError
from newsbrief.model.stories import StoryFile

BRIEF_FOLDERS = ("briefs",)
RAW_FOLDER = "raw"
PEOPLE_FILE = "people.yaml"
STORIES_FOLDER = "stories"
SHOWN_WORDS = 12


def library(
    content: Path, folders: Sequence[str] = BRIEF_FOLDERS, raw: str = RAW_FOLDER
) -> tuple[tuple[Entry, ...], tuple[Refusal, ...]]:
    """Read every brief below `content`'s folders, in the order of their names; a bad one costs only itself."""
    return sorted_out(read_or_refused(content, path, raw) for path in brief_paths(content, folders))


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


def read_or_refused(
    content: Path, path: str, raw: str = RAW_FOLDER, data: bytes | None = None
) -> Entry | tuple[Refusal, ...]:
    """One brief from its file below the content folder, or everything that is wrong with it.

    `data`: what was in the file, for whoever has read it.
    """
    try:
        # As one text: to join a path takes longer than to look for the file.
        return read_entry(f"{content}{os.sep}{path}", path, f"{content}{os.sep}{raw}", data)
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
    from newsbrief.document.people import parse_people  # with PyYAML, which most briefs do without

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
    return tuple(map(Path, _found(content, folders)))


def brief_paths(content: Path, folders: Iterable[str] = BRIEF_FOLDERS) -> tuple[str, ...]:
    """The same by their paths below the content folder, in the same order: ten thousand of them in no time."""
    above = f"{content}{os.sep}"
    return tuple(file.removeprefix(above).replace(os.sep, "/") for file in _found(content, folders))


def _found(content: Path, folders: Iterable[str]) -> list[str]:
    found = {file for folder in folders for file in _markdown(os.fspath(content / folder))}
    return sorted(found, key=lambda file: file.split(os.sep))  # noqa: PTH206  # as above


def _markdown(folder: str) -> Iterator[str]:
    try:
        entries = list(os.scandir(folder))
    except OSError:  # what is not there, or not to be read, holds none
        return
    for one in entries:
        if one.is_dir(follow_symlinks=False):
            yield from _markdown(one.path)
        elif one.name.endswith(".md") and not one.name.startswith((".", "#")) and _is_file(one):
            yield one.path


def _is_file(one: os.DirEntry[str]) -> bool:
    return one.is_file(follow_symlinks=False) or (one.is_symlink() and os.path.isfile(one.path))  # noqa: PTH113  # as above


def is_brief(path: str, folders: Iterable[str] = BRIEF_FOLDERS) -> bool:
    """Whether a file of that path below the content folder holds a brief."""
    inside = any(path.startswith(f"{folder.strip('/')}/") for folder in folders)
    return inside and path.endswith(".md") and not path.rpartition("/")[2].startswith((".", "#"))


def read_entry(
    file: str | os.PathLike[str], path: str, raw_folder: str | os.PathLike[str], data: bytes | None = None
) -> Entry:
    """One brief from its file. Raises RefusedError with everything that is wrong with it."""
    brief = parse(read_text(file) if data is None else decode(data))
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
    return Entry(path, brief, text, parts, in_raw, _raw_tail(brief, raw_folder))


def read_text(file: str | os.PathLike[str]) -> str:
    """A brief's text; one that is far too large is refused before it is read."""
    try:
        return decode(files.read(file, MAX_BYTES))
    except files.TooLargeError as error:
        raise RefusedError((0, f"{error.size:,} bytes; a brief has at most {MAX_BYTES:,}")) from None


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
    from newsbrief.document.reanchor import reanchor  # with all that changes briefs, which a build does without

    text = read_to_change(file)
    done = reanchor(text, _raw_words(parse(text), raw_folder))
    if done.quotes:
        write_text(file, done.text)
    return done.quotes


def _held_against_raw(
    brief: Brief, raw_folder: str | os.PathLike[str]
) -> tuple[frozenset[str], dict[str, tuple[int, str]]]:
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


def _raw_words(brief: Brief, raw_folder: str | os.PathLike[str]) -> str | None:
    if not brief.raw:
        return None
    from newsbrief.raw import words  # to read articles takes a while to load

    return words(brief.raw, Path(raw_folder))


def _raw_tail(brief: Brief, raw_folder: str | os.PathLike[str]) -> tuple[str, ...]:
    if not brief.raw:
        return ()
    from newsbrief.raw import tail  # likewise

    return tail(brief.raw, Path(raw_folder))


def _not_there(quote: BriefQuote, part: int, text: str, where: str, way_out: str) -> str:
    said = _shortened(quote.text[part])
    near = nearest(text, quote.text[part])
    hint = f'; the nearest is "{_shortened(near)}"' if near else ""
    return f'quote {quote.id}: "{said}" is not in {where} {way_out}{hint}'


def _shortened(words: str) -> str:
    shown = words.split()
    return " ".join(shown[:SHOWN_WORDS]) + (" …" if len(shown) > SHOWN_WORDS else "")
