"""What becomes of drafts: each is filed as a new brief, or brings the brief that its article has already up to date."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain, count
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace
from slugify import slugify

from newsbrief import document
from newsbrief.check import changed_since_read
from newsbrief.collate.proposals import Stories
from newsbrief.drafting import DATED_NAME, Desk, Drafted, Raw, record
from newsbrief.images.beside import Picture, attach, enclosed
from newsbrief.library import people_rules, read_text, read_to_change, write_text
from newsbrief.model.article import Delivery
from newsbrief.model.brief import Brief
from newsbrief.model.entry import Entry
from newsbrief.model.refusal import Refusal, RefusedError
from newsbrief.origins import Origins, newer, origins

# A brief's file that is named after a headline has no longer name, but for its date.
LONGEST_NAME = 60
APOSTROPHE, AWKWARD = re.compile("['’]"), re.compile(r"[^\w.]*[^\w.-][^\w.]*")


class Outcome(Struct, frozen=True):
    """What became of one raw article. `kind`: new, kept, updated, refused.

    `brief` is the file it stands in; `notes` what a person should know; `refusals` why it was not read, or, of one that
    is kept, why its brief cannot be.
    """

    raw: Path
    kind: str
    brief: Path | None = None
    notes: tuple[str, ...] = ()
    refusals: tuple[Refusal, ...] = ()


class Cabinet(Struct, frozen=True):
    """All briefs that there are, by where they are from, and the stories that people made of them."""

    desk: Desk
    known: Origins
    stories: Stories

    @classmethod
    def of(cls, desk: Desk) -> Cabinet:
        """The cabinet of the desk's content folder."""
        known = origins(desk.content, desk.folders)
        return cls(desk, known, Stories.of(known.entries, people_rules(desk.content)[0]))

    def standing(self, raw: Raw) -> Path | None:
        """The brief of a raw file that is as it was, or one that cannot be read; None for any other.

        Raises RefusedError, OSError.
        """
        brief_file = self.known.files.get(raw.recorded)
        stands = brief_file and (brief_file in self.known.broken or _kept(raw, brief_file, self.known))
        return brief_file if stands else None

    def kept(self, raw: Raw, brief: Path, pictures: Sequence[Picture]) -> Outcome:
        """The outcome for a raw file that has its brief; one that has no photo may get one.

        A brief that cannot be read waits as it is, and so does what its raw article may say by now.
        """
        if fault := self.known.broken.get(brief):
            return Outcome(raw.file, "kept", brief, refusals=fault.refusals(_shown(brief)))
        return self._with_photo(Outcome(raw.file, "kept", brief), pictures)

    def filed(self, raw: Raw, drafts: Sequence[Drafted], pictures: Sequence[Picture]) -> Iterator[Outcome]:
        """File what was drafted of a raw file, in order; one that makes no brief costs only itself.

        What lies beside a file with several articles belongs to the first.
        """
        # A brief that is all this file's was made of its first article.
        own = self.known.files.get(raw.recorded)
        for number, drafted in enumerate(drafts[:1] if own else drafts):
            try:
                outcome = self._filed(drafted, own)
                beside = () if number else tuple(pictures)
                yield self._with_photo(outcome, beside or enclosed(drafted.raw.name, drafted.pictures))
            except (RefusedError, OSError) as error:
                yield refused(raw.file, error)

    def _filed(self, drafted: Drafted, own: Path | None) -> Outcome:
        if drafted.brief is None:
            raise RefusedError(*drafted.reasons)
        raw, delivery = drafted.raw, drafted.delivery
        # As it reads in a brief.
        item = document.cleaned(delivery.item) if delivery else ""
        brief_file = own or (self.known.items.get(item) if item else None)
        if brief_file in self.known.broken:
            return self.kept(raw, brief_file, ())
        if own is not None:
            return _kept(raw, own, self.known) or self._updated(drafted, drafted.brief, own)
        if brief_file is None:
            made = self._write_new(drafted, drafted.brief)
            if made.brief:
                self.known.put(raw.recorded, item, made.brief)
            return made
        return _kept(raw, brief_file, self.known, delivery) or self._updated(drafted, drafted.brief, brief_file)

    def _updated(self, drafted: Drafted, fresh: Brief, brief_file: Path) -> Outcome:
        self.known.records.pop(brief_file, None)
        return _updated(drafted, fresh, brief_file)

    def _write_new(self, drafted: Drafted, brief: Brief) -> Outcome:
        raw, notes = drafted.raw, drafted.notes
        brief = document.stamp(replace(brief, story=self.stories.story(Entry(raw.recorded, brief))))
        self.stories.put(Entry(raw.recorded, brief))
        target = _target(brief, raw, self.desk.briefs)
        self.desk.briefs.mkdir(parents=True, exist_ok=True)
        write_text(target, document.render(brief))
        if brief.story:
            notes = (*notes, f"{target.name}: put into the story “{brief.story}”; correct the line if it is of another")
        return Outcome(raw.file, "new", target, notes)

    def _with_photo(self, outcome: Outcome, pictures: Sequence[Picture]) -> Outcome:
        """The same, with the first picture as the brief's photo."""
        if outcome.brief is None or not pictures or outcome.refusals:
            return outcome
        return replace(outcome, notes=(*outcome.notes, *attach(pictures, outcome.brief, self.desk.content)))


def refused(raw: Path, error: RefusedError | OSError) -> Outcome:
    """The outcome for a raw article that could not be read or filed."""
    if isinstance(error, RefusedError):
        return Outcome(raw, "refused", refusals=error.refusals(_shown(raw)))
    return Outcome(raw, "refused", refusals=(Refusal(_shown(raw), 0, error.strerror or str(error)),))


def _kept(raw: Raw, brief_file: Path, known: Origins, delivery: Delivery | None = None) -> Outcome | None:
    """The outcome for a brief that has what this raw article says, or something newer; None for any other."""
    made = known.records.get(brief_file) or document.parse(read_text(brief_file)).raw
    if made is None:
        return None
    same_file = made.file == raw.recorded
    if same_file and made.sha256 == raw.sha256:
        return Outcome(raw.file, "kept", brief_file)
    if delivery is None:
        return None
    age = newer(delivery.version, delivery.sent, made.version, made.sent)
    # The same version in another file is the same article, unless it calls the article back.
    called_back = delivery.status == "canceled" and not made.killed
    stays = age < 0 or (age == 0 and not same_file and not called_back)
    return Outcome(raw.file, "kept", brief_file) if stays else None


def _updated(drafted: Drafted, fresh: Brief, brief_file: Path) -> Outcome:
    """Bring a brief up to what its raw article, or its agency, says now."""
    text = read_to_change(brief_file)
    current = document.parse(text)
    raw, delivery = drafted.raw, drafted.delivery
    if delivery and delivery.status == "canceled":
        update = document.withdraw(text, record(raw, delivery))
        why = f"{brief_file.name}: called back by its agency, “{delivery.kill}”"
        notes: tuple[str, ...] = (f"{why}; the brief is withdrawn" if update.updated else why,)
    else:
        notes = drafted.notes
        # What story it is of was decided when it was new; the changed article has no say in it.
        fresh = replace(fresh, story=current.story, status=_status_of(fresh, current))
        update = document.update(text, document.stamp(fresh))
        update = replace(update, text=_corrected(update.text, fresh, current))
    write_text(brief_file, update.text)
    made = document.parse(update.text)
    if update.text != text and changed_since_read.unread(made):
        notes = (*notes, f"{brief_file.name}: {changed_since_read.told(made, _shown(brief_file))}")
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
    brief = document.parse(text)
    brief = replace(brief, notes=current.notes + added)
    if brief.raw:
        brief = replace(brief, raw=replace(brief.raw, unread=document.unread(brief, ["notes"])))
    return document.set_fields(text, {name: document.field_source(brief, name) for name in ("notes", "raw")})


def _status_of(fresh: Brief, current: Brief) -> str:
    """The status that a new version gives: what holds an item back or lets it go counts, a changed setting does not."""
    written = document.desk_status(current)
    moved = {fresh.status, written} & {"draft", "withdrawn"}
    return fresh.status if moved or not written else written


def _target(brief: Brief, raw: Raw, briefs: Path) -> Path:
    """The new brief's file, after its date: named like the raw article, or, of an agency's item, like its headline.

    Where that stands there already, items and parts of archives have a number; files on the disk can be renamed.
    """
    day, name = brief.date.day.isoformat(), DATED_NAME.sub("", raw.file.stem)
    titled = raw.titled or (brief.raw and brief.raw.item)
    if titled or raw.recorded != raw.file.name:
        said = APOSTROPHE.sub("", brief.title if titled else name)
        words = slugify(said, max_length=LONGEST_NAME, word_boundary=True, save_order=True)
        stem = f"{day}-{words or 'brief'}"
        stems = chain([stem], (f"{stem}-{number}" for number in count(2)))
        return next(file for one in stems if not (file := briefs / f"{one}.md").exists())
    # Browsers name a page that they save after its headline; a brief's name is typed into terminals.
    name = AWKWARD.sub("-", APOSTROPHE.sub("", name)).strip("-") or "brief"
    target = briefs / f"{day}-{name}.md"
    if target.exists():
        reason = f"{target.name} stands there already and was not made from this article; rename one of them"
        raise RefusedError((0, reason))
    return target


def _shown(file: Path) -> str:
    try:
        return file.absolute().relative_to(Path.cwd()).as_posix()
    except ValueError:
        return file.as_posix()
