"""Read briefs, people.yaml and the texts about stories, and check the quotes of briefs against body and raw article."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from pathlib import Path

from newsbrief.content.folders import BRIEF_FOLDERS, PEOPLE_FILE, RAW_FOLDER, STORIES_FOLDER, brief_files, brief_paths
from newsbrief.content.text_files import read_text, read_to_change, write_text
from newsbrief.document import decode, locate, nearest, parse, plain
from newsbrief.document.story import parse_story
from newsbrief.model.brief import Brief, BriefQuote
from newsbrief.model.entry import Entry, PersonRule
from newsbrief.model.refusal import Refusal, RefusedError
from newsbrief.model.stories import StoryFile
from newsbrief.site.facts.addresses import name_key

# Words of a quote that a message shows.
SHOWN_WORDS = 12
# (line, reason), as RefusedError takes it.
Reason = tuple[int, str]


def library(
    content: Path, folders: Sequence[str] = BRIEF_FOLDERS, raw: str = RAW_FOLDER
) -> tuple[tuple[Entry, ...], tuple[Refusal, ...]]:
    """Read all briefs below these folders of the content folder, by name. Return the briefs, and why others are not.

    `raw` is the folder of raw articles.
    """
    return sorted_out(read_or_refused(content, path, raw) for path in brief_paths(content, folders))


def sorted_out(read: Iterable[Entry | tuple[Refusal, ...]]) -> tuple[tuple[Entry, ...], tuple[Refusal, ...]]:
    """Separate the results of `read_or_refused` into briefs and refusals."""
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
    """Read the brief at `path` below the content folder; return everything that is wrong with it if it cannot be read.

    `data`: the file's bytes, if the caller has them.
    """
    try:
        # Plain strings: joining a Path takes longer than finding the file.
        return read_entry(f"{content}{os.sep}{path}", path, f"{content}{os.sep}{raw}", data)
    except RefusedError as error:
        return tuple(error.refusals(f"{content.name}/{path}"))


def people_rules(content: Path) -> tuple[tuple[PersonRule, ...], tuple[Refusal, ...]]:
    """Read content/people.yaml. Return its rules, or why it cannot be read; nothing for a site without the file."""
    file = content / PEOPLE_FILE
    if not file.is_file():
        return (), ()
    if not file.stat().st_size:
        # Perhaps saving failed. Building without rules would show names that they protect.
        reason = "the file is empty; write one line a person, `Name: {page: no}`, or take the file away"
        return (), (Refusal(f"{content.name}/{PEOPLE_FILE}", 0, reason),)
    from newsbrief.document.people import parse_people  # needs PyYAML, which most briefs do without

    try:
        return parse_people(read_text(file)), ()
    except RefusedError as error:
        return (), error.refusals(f"{content.name}/{PEOPLE_FILE}")


def story_files(content: Path) -> tuple[tuple[StoryFile, ...], tuple[Refusal, ...]]:
    """Read the texts of content/stories/, by name. Return them, and why others cannot be read."""
    found: list[StoryFile] = []
    refusals: list[Refusal] = []
    for file in brief_files(content, [STORIES_FOLDER]):
        path = file.relative_to(content).as_posix()
        try:
            found.append(parse_story(read_text(file), name_key(file.stem), path))
        except RefusedError as error:
            refusals += error.refusals(f"{content.name}/{path}")
    return tuple(found), tuple(refusals)


def read_entry(
    file: str | os.PathLike[str], path: str, raw_folder: str | os.PathLike[str], data: bytes | None = None
) -> Entry:
    """Read a brief and find its quotes in its body. Raises RefusedError with everything that is wrong with it.

    `path` is the file's path below the content folder; `data` its bytes, if the caller has them.
    """
    brief = parse(read_text(file) if data is None else decode(data))
    text = plain(brief.body)
    in_raw, not_in_raw = _checked_against_raw(brief, raw_folder)
    missing: list[Reason] = []
    parts = {}
    for quote in brief.quotes:
        found = locate(text, quote.text)
        if isinstance(found, int):
            # Report a quote once, though it is missing in both places.
            nor = ", nor in the raw article" if not_in_raw.pop(quote.id, None) else ""
            way_out = f"word for word{nor}; correct the quote"
            missing.append((quote.line, _not_there(quote, found, text, "the body", way_out)))
        else:
            parts[quote.id] = found
    if missing or not_in_raw:
        raise RefusedError(*missing, *not_in_raw.values())
    return Entry(path, brief, text, parts, in_raw, _raw_tail(brief, raw_folder))


def reanchored(file: Path, raw_folder: Path) -> tuple[str, ...]:
    """Set the quotes of a brief to the words that its body has now, and write it. Return the ids of changed quotes."""
    from newsbrief.document.reanchor import reanchor  # slow to import; builds do not change briefs

    text = read_to_change(file)
    done = reanchor(text, _raw_words(parse(text), raw_folder))
    if done.quotes:
        write_text(file, done.text)
    return done.quotes


def _checked_against_raw(brief: Brief, raw_folder: str | os.PathLike[str]) -> tuple[frozenset[str], dict[str, Reason]]:
    """Return the ids of the quotes that the raw article has, and by id why others are wrong not to be there."""
    # Newsrooms may leave raw articles out of the repository: then there is nothing to check.
    words = _raw_words(brief, raw_folder) if brief.quotes else None
    if words is None:
        return frozenset(), {}
    found, missing = [], dict[str, Reason]()
    for quote in brief.quotes:
        place = locate(words, quote.text)
        if not isinstance(place, int):
            found.append(quote.id)
        elif not quote.differs:
            way_out = "word for word; correct the quote, or say why it differs in a `differs:` line beside it"
            missing[quote.id] = (quote.line, _not_there(quote, place, words, "the raw article", way_out))
    # An agency's notice of withdrawal may have replaced the article.
    return frozenset(found), {} if brief.raw and brief.raw.killed else missing


def _raw_words(brief: Brief, raw_folder: str | os.PathLike[str]) -> str | None:
    if not brief.raw:
        return None
    from newsbrief.content.raw_articles import words  # slow to import

    return words(brief.raw, Path(raw_folder))


def _raw_tail(brief: Brief, raw_folder: str | os.PathLike[str]) -> tuple[str, ...]:
    if not brief.raw:
        return ()
    from newsbrief.content.raw_articles import tail  # slow to import

    return tail(brief.raw, Path(raw_folder))


def _not_there(quote: BriefQuote, part: int, text: str, where: str, way_out: str) -> str:
    said = _shortened(quote.text[part])
    near = nearest(text, quote.text[part])
    hint = f'; the nearest is "{_shortened(near)}"' if near else ""
    return f'quote {quote.id}: "{said}" is not in {where} {way_out}{hint}'


def _shortened(words: str) -> str:
    shown = words.split()
    return " ".join(shown[:SHOWN_WORDS]) + (" …" if len(shown) > SHOWN_WORDS else "")
