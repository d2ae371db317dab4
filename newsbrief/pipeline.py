"""The stages in order: intake, extract, compose, document. What `newsbrief ingest` does to each raw article."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from newsbrief import compose, document, extract, intake, rules
from newsbrief.check import Across, Seen
from newsbrief.check.undated_event import around
from newsbrief.collate.proposals import Stories
from newsbrief.document.moment import moment_of
from newsbrief.images import shelf
from newsbrief.images.beside import Beside
from newsbrief.library import RAW_FOLDER, brief_files, people_rules, read_text, read_to_change, write_text
from newsbrief.model.article import MAX_RAW_BYTES, Reading
from newsbrief.model.brief import Brief, Moment
from newsbrief.model.entry import Entry
from newsbrief.model.refusal import Refusal, RefusedError

if TYPE_CHECKING:
    from newsbrief.fetch import Fetched

DATED_NAME = re.compile(r"^(\d{4}-\d{2}-\d{2})(?!\d)[-_ ]*")
# Where a date comes from that nobody gave.
FILE_TIME, FETCHED = "file's time", "day it was fetched"
# Never raw articles, whatever they hold: hidden files, editors' leftovers, notes to people who look into the folder.
NOT_RAW = re.compile(r"^(?:[.#].*|.*~|README(?:\..*)?)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Desk:
    """How the desk works: where briefs are written, with which status, and a date that overrides the article's.

    `lang` is the language of articles that name none.
    """

    content: Path
    briefs: Path
    status: str = "review"
    date: Moment | None = None
    lang: str = rules.DEFAULT


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one raw article. `kind`: new, kept, updated, refused.

    `brief` is the file it stands in; `notes` what a person should know; `refusals` why it was not read.
    """

    raw: Path
    kind: str
    brief: Path | None = None
    notes: tuple[str, ...] = ()
    refusals: tuple[Refusal, ...] = ()


def seen(entry: Entry, content: Path, today: dt.date, across: Across, site_lang: str) -> Seen:
    """What `check` looks at in one brief: the extractors' view of its body, and the raw article if it is there.

    `site_lang`: the language of briefs that name none.
    """
    lang = rules.known(entry.brief.lang) or site_lang
    found = extract.mentions(entry.text, entry.brief.date.day.isoformat(), rules.load(lang))
    file = f"{content.name}/{entry.path}"
    raw = content / RAW_FOLDER / (entry.brief.raw.file if entry.brief.raw else "")
    picture, fault = shelf.of_brief(content, entry)
    if not raw.is_file():
        return Seen(file, found, today, across=across, picture=picture, photo_fault=fault)
    data = raw.read_bytes()
    sha256, dated = hashlib.sha256(data).hexdigest(), _dated(entry, data, raw, lang)
    return Seen(file, found, today, sha256, dated, across, picture, fault)


def _dated(entry: Entry, data: bytes, raw: Path, lang: str) -> bool:
    """Whether anything but the raw file's time gives the date; a date set by hand is not the desk's any more."""
    desk = entry.brief.raw.desk if entry.brief.raw else {}
    by_hand = desk.get("date") != document.fingerprints(entry.brief).get("date")
    try:
        return bool(by_hand or _name_date(raw, data) or read_raw(data, raw.name, lang).date)
    except RefusedError:
        return True


def raw_files(content: Path) -> tuple[Path, ...]:
    """The raw articles of a content folder, by name. An empty tuple where it keeps none."""
    folder = content / RAW_FOLDER
    found = sorted(folder.iterdir()) if folder.is_dir() else []
    files = [file for file in found if file.is_file() and not NOT_RAW.match(file.name)]
    pictures = Beside.of(files)
    return tuple(file for file in files if not pictures.has(file))


def read_raw(data: bytes, name: str, lang: str = rules.DEFAULT) -> Reading:
    """What the desk reads in a raw article; `lang` where it names no language that has rules. Raises RefusedError."""
    article = intake.read(data, name, lang)
    reading = extract.reading(article, rules.load(rules.known(article.lang) or lang))
    return replace(reading, kinds=intake.kinds(article, reading.text), link=article.link)


def fetched(url: str, desk: Desk, today: dt.date) -> Fetched:
    """Fetch a page into content/raw/, named after the day of its article. Raises RefusedError if it holds none."""
    from newsbrief import fetch  # whoever fetches nothing need not load what it takes

    def day(data: bytes, name: str) -> str:
        moment = desk.date or moment_of(read_raw(data, name, desk.lang).date)
        return moment.day.isoformat() if moment else ""

    briefs = {*brief_files(desk.content), *desk.briefs.glob("*.md")}
    taken = frozenset(file.stem.lower() for file in briefs)
    shelf = fetch.Shelf(desk.content / RAW_FOLDER, taken, today.isoformat())
    return fetch.fetch(url, shelf, day, fetch.Limits(), fetch.Net())


def ingest(files: Iterable[Path], desk: Desk) -> Iterator[Outcome]:
    """Bring each raw article's brief up to date, in order; one that cannot be read costs only itself."""
    known, briefs = _briefs_by_raw(desk.content)
    stories = Stories.of(briefs, people_rules(desk.content)[0])
    pictures = Beside.of(_beside(desk.content))
    for file in files:
        try:
            yield _with_photo(_ingest_one(file, desk, known.get(file.name), stories), pictures, desk.content)
        except RefusedError as error:
            yield Outcome(file, "refused", refusals=error.refusals(_shown(file)))
        except OSError as error:
            yield Outcome(file, "refused", refusals=(Refusal(_shown(file), 0, error.strerror or str(error)),))


def _beside(content: Path) -> tuple[Path, ...]:
    folder = content / RAW_FOLDER
    return tuple(file for file in folder.iterdir() if file.is_file()) if folder.is_dir() else ()


def _with_photo(outcome: Outcome, pictures: Beside, content: Path) -> Outcome:
    """The same, with the picture that lies beside the raw article as the brief's photo."""
    if outcome.brief is None:
        return outcome
    return replace(outcome, notes=(*outcome.notes, *pictures.attach(outcome.raw, outcome.brief, content)))


def _ingest_one(file: Path, desk: Desk, brief_file: Path | None, stories: Stories) -> Outcome:
    data = raw_bytes(file)
    sha256 = hashlib.sha256(data).hexdigest()
    if brief_file is None:
        return _write_new(file, data, sha256, desk, stories)
    text = read_to_change(brief_file)
    current = document.parse(text)
    if current.raw is not None and current.raw.sha256 == sha256:
        return Outcome(file, "kept", brief_file)
    fresh, notes = _brief(file, data, sha256, desk)
    # What story it is of was decided when it was new; the changed article has no say in it.
    update = document.update(text, document.stamp(replace(fresh, story=current.story)))
    write_text(brief_file, update.text)
    kept = tuple(
        f"{brief_file.name}: {field} was edited by hand and stays; the changed raw article says otherwise"
        for field in update.conflicts
    )
    return Outcome(file, "updated", brief_file, (*notes, *kept))


def _write_new(file: Path, data: bytes, sha256: str, desk: Desk, stories: Stories) -> Outcome:
    brief, notes = _brief(file, data, sha256, desk)
    brief = document.stamp(replace(brief, story=stories.story(Entry(file.name, brief))))
    stories.put(Entry(file.name, brief))
    target = desk.briefs / f"{_stem(file, brief)}.md"
    if target.exists():
        reason = f"{target.name} stands there already and was not made from this article; rename one of them"
        raise RefusedError((0, reason))
    desk.briefs.mkdir(parents=True, exist_ok=True)
    write_text(target, document.render(brief))
    if brief.story:
        notes = (*notes, f"{target.name}: put into the story “{brief.story}”; correct the line if it is of another")
    return Outcome(file, "new", target, notes)


def _stem(file: Path, brief: Brief) -> str:
    """The brief is named like the raw article, with its date in front."""
    name = DATED_NAME.sub("", file.stem) or "brief"
    return f"{brief.date.day.isoformat()}-{name}"


def _brief(file: Path, data: bytes, sha256: str, desk: Desk) -> tuple[Brief, tuple[str, ...]]:
    reading = read_raw(data, file.name, desk.lang)
    date, origin = _date(reading, file, data, desk)
    lang = rules.known(reading.lang) or desk.lang
    found = extract.mentions(reading.text, date.day.isoformat(), rules.load(lang))
    notes = tuple(_doubts(file, data, reading, origin, lang))
    if not reading.lang and lang != rules.DEFAULT:
        reading = replace(reading, lang=lang)
    embargo = moment_of(extract.embargo_end(reading.embargo, date.day.isoformat(), rules.load(lang)))
    # Nobody knows when it ends: until a person says so, nothing is built.
    status = "draft" if reading.embargo and embargo is None else desk.status
    made = compose.brief(
        reading,
        found,
        raw_file=file.name,
        sha256=sha256,
        date=date,
        status=status,
        embargo=embargo,
        markdown=document.markdown,
    )
    named = replace(made, slug="")
    undated = (around(reading.text, timex.start, timex.end) for timex in found.undated)
    told = (f'{file.name}: "{words}" has no date and is not on the timeline' for words in undated)
    return document.stamp(named), (*notes, *told)


def _doubts(file: Path, data: bytes, reading: Reading, origin: str, lang: str) -> Iterator[str]:
    """What a person should know of how an article was read."""
    if encoding := intake.guessed(data):
        yield f"{file.name}: not UTF-8; it reads like {encoding}: look at its quotation marks and accents"
    if reading.lang and not rules.known(reading.lang):
        yield f"{file.name}: {rules.missing(reading.lang)}; it was read as {lang}"
    if reading.embargo:
        yield f"{file.name}: under embargo, “{reading.embargo}”; look at the brief's embargo and status"
    for note in reading.notes:
        yield f"{file.name}: left out, a note to editors: “{note}”"
    if origin in (FILE_TIME, FETCHED):
        yield f"{file.name}: no date in the article or its name; took the {origin}"
    if lost := intake.lost(data):
        yield f"{file.name}: unreadable in the encoding that it names, places: {lost}; look for “\ufffd”"


def _date(reading: Reading, file: Path, data: bytes, desk: Desk) -> tuple[Moment, str]:
    """The publication date and where it comes from, in the order that docs/front-matter.md gives."""
    if desk.date:
        return desk.date, "option"
    named = (_name_date(file, data), "file's name")
    for text, origin in ((reading.date, "article"), named, (intake.fetched_on(data), FETCHED)):
        moment = moment_of(text) if text else None
        if moment:
            return moment, origin
    changed = dt.datetime.fromtimestamp(file.stat().st_mtime, dt.UTC)
    return Moment(changed.date()), FILE_TIME


def _name_date(file: Path, data: bytes) -> str:
    """The date in a file's name; a fetched page that had none is named after the day of fetching, which says little."""
    match = DATED_NAME.match(file.name)
    return match.group(1) if match and match.group(1) != intake.fetched_on(data) else ""


def _briefs_by_raw(content: Path) -> tuple[dict[str, Path], list[Entry]]:
    """Which brief was made from which raw article: the brief says so itself, whatever its file is called.

    And all of them without their words, by which a new one's story may be told.
    """
    found: dict[str, Path] = {}
    briefs: list[Entry] = []
    for file in brief_files(content):
        try:
            brief = document.parse(read_text(file))
        except RefusedError:
            # The build names what is wrong with it; a brief of that name must not be made anew beside it.
            found.setdefault(_raw_name(file), file)
            continue
        briefs.append(Entry(file.relative_to(content).as_posix(), brief))
        if brief.raw:
            found.setdefault(brief.raw.file, file)
    return found, briefs


def _raw_name(file: Path) -> str:
    match = re.search(rb"^raw:.*?\bfile:[ \t]*([^\s,}]+)", file.read_bytes()[-20_000:], re.MULTILINE | re.DOTALL)
    return match.group(1).decode("utf-8", "replace") if match else ""


def raw_bytes(file: Path) -> bytes:
    """A raw file's bytes; one that is far too large is refused before it is read."""
    size = file.stat().st_size
    if size > MAX_RAW_BYTES:
        raise RefusedError((0, f"{size:,} bytes; an article has at most {MAX_RAW_BYTES:,}"))
    return file.read_bytes()


def _shown(file: Path) -> str:
    try:
        return file.absolute().relative_to(Path.cwd()).as_posix()
    except ValueError:
        return file.as_posix()
