"""The stages in order: intake, extract, compose, document. What `newsbrief ingest` does to each raw article."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import chain, count
from pathlib import Path
from typing import TYPE_CHECKING

from slugify import slugify

from newsbrief import document, extract, intake, rules
from newsbrief.check import Across, Seen
from newsbrief.collate.proposals import Stories
from newsbrief.document.moment import moment_of
from newsbrief.drafting import DATED_NAME, Desk, Raw, draft, name_date, reading_of, record
from newsbrief.images import shelf
from newsbrief.images.beside import Beside
from newsbrief.library import RAW_FOLDER, brief_files, people_rules, read_text, read_to_change, write_text
from newsbrief.model.article import MAX_RAW_BYTES, Article, Delivery, Reading
from newsbrief.model.brief import Brief, RawRecord
from newsbrief.model.entry import Entry
from newsbrief.model.mentions import Mentions
from newsbrief.model.refusal import Refusal, RefusedError
from newsbrief.origins import Origins, newer, origins

if TYPE_CHECKING:
    from newsbrief.fetch import Fetched

__all__ = ["Desk", "Outcome", "fetched", "ingest", "mentions", "raw_bytes", "raw_files", "read_raw", "readings", "seen"]

# A brief's file that is named after a headline has no longer name, but for its date.
LONGEST_NAME = 60
APOSTROPHE, AWKWARD = re.compile("['’]"), re.compile(r"[^\w.]*[^\w.-][^\w.]*")
# Never raw articles, whatever they hold: hidden files, editors' leftovers, notes to people who look into the folder.
NOT_RAW = re.compile(r"^(?:[.#].*|.*~|README(?:\..*)?)$", re.IGNORECASE)


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
    found = mentions(entry.text, entry.brief.date.day.isoformat(), lang)
    file = f"{content.name}/{entry.path}"
    raw = content / RAW_FOLDER / (entry.brief.raw.file if entry.brief.raw else "")
    picture, fault = shelf.of_brief(content, entry)
    if not raw.is_file():
        return Seen(file, found, today, across=across, picture=picture, photo_fault=fault)
    data = raw.read_bytes()
    sha256, dated = hashlib.sha256(data).hexdigest(), _dated(entry, data, raw, lang)
    return Seen(file, found, today, sha256, dated, across, picture, fault)


# A brief's body and its raw article mostly have the same words, and a proof asks for both.
@lru_cache(maxsize=4)
def mentions(text: str, date: str, lang: str) -> Mentions:
    """What the extractors find in a text of that language; `date` as in `extract.mentions`."""
    return extract.mentions(text, date, rules.load(lang))


def _dated(entry: Entry, data: bytes, raw: Path, lang: str) -> bool:
    """Whether anything but the raw file's time gives the date; a date set by hand is not the desk's any more."""
    record = entry.brief.raw or RawRecord("")
    by_hand = record.desk.get("date") != document.fingerprints(entry.brief).get("date")
    # An item that names its version's instant has a date; its file may hold hundreds of others.
    if by_hand or name_date(raw, data) or record.sent:
        return True
    try:
        articles = intake.articles(data, raw.name, lang)
    except RefusedError:
        return True
    own = (one for one in articles if not record.item or _is_of(one, record.item))
    return next((bool(reading_of(one, lang).date) for one in own), True)


def _is_of(article: Article, item: str) -> bool:
    return article.delivery is not None and document.cleaned(article.delivery.item) == item


def raw_files(content: Path) -> tuple[Path, ...]:
    """The raw articles of a content folder, by name. An empty tuple where it keeps none."""
    folder = content / RAW_FOLDER
    found = sorted(folder.iterdir()) if folder.is_dir() else []
    files = [file for file in found if file.is_file() and not NOT_RAW.match(file.name)]
    pictures = Beside.of(files)
    return tuple(file for file in files if not pictures.has(file))


def read_raw(data: bytes, name: str, lang: str = rules.DEFAULT) -> Reading:
    """What the desk reads in a raw article; `lang` where it names no language that has rules. Raises RefusedError.

    Of a file of several articles it is the first one's.
    """
    return reading_of(intake.read(data, name, lang), lang)


def readings(data: bytes, name: str, lang: str = rules.DEFAULT) -> tuple[Reading, ...]:
    """What the desk reads in each article of a raw file, in order. Raises RefusedError."""
    return tuple(reading_of(article, lang) for article in intake.articles(data, name, lang))


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
    """Bring the briefs of each raw file up to date, in order; what cannot be read costs only itself."""
    known = origins(desk.content)
    stories = Stories.of(known.entries, people_rules(desk.content)[0])
    pictures = Beside.of(_beside(desk.content))
    for file in files:
        try:
            for number, outcome in enumerate(_ingest_file(file, desk, known, stories)):
                # Of a file with several articles, what lies beside it belongs to the first.
                yield outcome if number else _with_photo(outcome, pictures, desk.content)
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


def _ingest_file(file: Path, desk: Desk, known: Origins, stories: Stories) -> Iterator[Outcome]:
    data = raw_bytes(file)
    raw = Raw(file, data, hashlib.sha256(data).hexdigest())
    brief_file = known.files.get(file.name)
    if brief_file is not None:
        # The fingerprint alone tells: a raw article that nobody changed need not be read again.
        yield _kept(raw, brief_file, known) or _updated(
            intake.read(data, file.name, desk.lang), raw, brief_file, desk, known
        )
        return
    articles = intake.articles(data, file.name, desk.lang)
    for number, article in enumerate(articles, 1):
        one = replace(raw, called=f"{file.name}, item {number}") if len(articles) > 1 else raw
        try:
            yield _ingest_article(article, one, desk, known, stories)
        except RefusedError as error:
            yield Outcome(file, "refused", refusals=error.refusals(_shown(file)))


def _ingest_article(article: Article, raw: Raw, desk: Desk, known: Origins, stories: Stories) -> Outcome:
    # As it reads in a brief.
    item = document.cleaned(article.delivery.item) if article.delivery else ""
    brief_file = known.items.get(item) if item else None
    if brief_file is None:
        made = _write_new(article, raw, desk, stories)
        if made.brief:
            known.put(raw.file.name, item, made.brief)
        return made
    return _kept(raw, brief_file, known, article.delivery) or _updated(article, raw, brief_file, desk, known)


def _kept(raw: Raw, brief_file: Path, known: Origins, delivery: Delivery | None = None) -> Outcome | None:
    """The outcome for a brief that has what this raw article says, or something newer; None for any other."""
    record = known.records.get(brief_file) or document.parse(read_text(brief_file)).raw
    if record is None:
        return None
    same_file = record.file == raw.file.name
    if same_file and record.sha256 == raw.sha256:
        return Outcome(raw.file, "kept", brief_file)
    if delivery is None:
        return None
    age = newer(delivery.version, delivery.sent, record.version, record.sent)
    # The same version in another file is the same article, unless it calls the article back.
    called_back = delivery.status == "canceled" and not record.killed
    stays = age < 0 or (age == 0 and not same_file and not called_back)
    return Outcome(raw.file, "kept", brief_file) if stays else None


def _updated(article: Article, raw: Raw, brief_file: Path, desk: Desk, known: Origins) -> Outcome:
    """Bring a brief up to what its raw article, or its agency, says now."""
    known.records.pop(brief_file, None)
    text = read_to_change(brief_file)
    current = document.parse(text)
    delivery = article.delivery
    if delivery and delivery.status == "canceled":
        update = document.withdraw(text, record(raw, delivery))
        why = f"{brief_file.name}: called back by its agency, “{delivery.kill}”"
        notes: tuple[str, ...] = (f"{why}; the brief is withdrawn" if update.updated else why,)
    else:
        fresh, notes = draft(article, raw, desk)
        # What story it is of was decided when it was new; the changed article has no say in it.
        fresh = replace(fresh, story=current.story, status=_status_of(fresh, current))
        update = document.update(text, document.stamp(fresh))
        update = replace(update, text=_corrected(update.text, fresh, current))
    write_text(brief_file, update.text)
    kept = tuple(
        f"{brief_file.name}: {field} was edited by hand and stays; the changed raw article says otherwise"
        for field in update.conflicts
    )
    return Outcome(raw.file, "updated", brief_file, (*notes, *kept))


def _corrected(text: str, fresh: Brief, current: Brief) -> str:
    """The brief's text with what the agency tells readers that it corrected, below the notes that are there."""
    known = {note.text for note in current.notes}
    added = tuple(note for note in fresh.notes if note.text not in known)
    if not added:
        return text
    notes = document.field_source(replace(fresh, notes=current.notes + added), "notes")
    return document.set_fields(text, {"notes": notes})


def _status_of(fresh: Brief, current: Brief) -> str:
    """The status that a new version gives: what holds an item back or lets it go counts, a changed setting does not."""
    written = document.desk_status(current)
    moved = {fresh.status, written} & {"draft", "withdrawn"}
    return fresh.status if moved or not written else written


def _write_new(article: Article, raw: Raw, desk: Desk, stories: Stories) -> Outcome:
    brief, notes = draft(article, raw, desk)
    brief = document.stamp(replace(brief, story=stories.story(Entry(raw.file.name, brief))))
    stories.put(Entry(raw.file.name, brief))
    target = _target(brief, raw, desk)
    desk.briefs.mkdir(parents=True, exist_ok=True)
    write_text(target, document.render(brief))
    if brief.story:
        notes = (*notes, f"{target.name}: put into the story “{brief.story}”; correct the line if it is of another")
    return Outcome(raw.file, "new", target, notes)


def _target(brief: Brief, raw: Raw, desk: Desk) -> Path:
    """The new brief's file: named like the raw article, or, of an agency's item, like its headline, after its date."""
    day = brief.date.day.isoformat()
    if brief.raw and brief.raw.item:
        words = slugify(APOSTROPHE.sub("", brief.title), max_length=LONGEST_NAME, word_boundary=True, save_order=True)
        stem = f"{day}-{words or 'brief'}"
        stems = chain([stem], (f"{stem}-{number}" for number in count(2)))
        return next(file for one in stems if not (file := desk.briefs / f"{one}.md").exists())
    # Browsers name a page that they save after its headline; a brief's name is typed into terminals.
    name = AWKWARD.sub("-", APOSTROPHE.sub("", DATED_NAME.sub("", raw.file.stem))).strip("-") or "brief"
    target = desk.briefs / f"{day}-{name}.md"
    if target.exists():
        reason = f"{target.name} stands there already and was not made from this article; rename one of them"
        raise RefusedError((0, reason))
    return target


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
