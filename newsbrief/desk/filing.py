"""File drafts: write new briefs, and update the briefs of articles that changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from newsbrief import document
from newsbrief.check.facts import facts
from newsbrief.content.library import people_rules
from newsbrief.content.text_files import read_text, write_text
from newsbrief.desk.file_names import free_file
from newsbrief.desk.origins import Origins, newer, origins
from newsbrief.desk.records import Desk, Drafted, Outcome, Raw, refused, shown
from newsbrief.desk.updating import updated
from newsbrief.images.beside import Picture, attach, enclosed
from newsbrief.model.article import Delivery
from newsbrief.model.brief import Brief
from newsbrief.model.entry import Entry
from newsbrief.model.refusal import RefusedError
from newsbrief.site.index.proposals import Stories


class Filer(Struct, frozen=True):
    """Files drafts among the briefs of a content folder. `known`: the origin of each brief; `stories`: its story."""

    desk: Desk
    known: Origins
    stories: Stories

    @classmethod
    def of(cls, desk: Desk) -> Filer:
        """Read all briefs of the desk's content folder."""
        known = origins(desk.content, desk.folders)
        # Without a story there is none to propose.
        told = facts(known.entries) if any(entry.brief.story_name for entry in known.entries) else ()
        return cls(desk, known, Stories(told, people_rules(desk.content)[0]))

    def unchanged(self, raw: Raw) -> Path | None:
        """Return the brief of a raw file if the file has not changed or its brief cannot be read; None for others.

        Raises RefusedError, OSError.
        """
        brief_file = self.known.files.get(raw.recorded)
        stays = brief_file and (brief_file in self.known.broken or _kept(raw, brief_file, self.known))
        return brief_file if stays else None

    def keep(self, raw: Raw, brief: Path, pictures: Sequence[Picture]) -> Outcome:
        """Leave a brief as it is, but give it a photo if it has none. A brief that cannot be read gets nothing."""
        if fault := self.known.broken.get(brief):
            return Outcome(raw.file, "kept", brief, refusals=fault.refusals(shown(brief)))
        return self._with_photo(Outcome(raw.file, "kept", brief), pictures)

    def file(self, raw: Raw, drafts: Sequence[Drafted], pictures: Sequence[Picture]) -> Iterator[Outcome]:
        """File the drafts of a raw file in order; one that fails does not stop the others.

        `pictures` lie beside the file. They belong to its first article.
        """
        # A brief that names the file and no item was made from its first article.
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
        # Briefs have the item's id cleaned.
        item = document.cleaned(delivery.item) if delivery else ""
        brief_file = own or (self.known.items.get(item) if item else None)
        if brief_file in self.known.broken:
            return self.keep(raw, brief_file, ())
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
        return updated(drafted, fresh, brief_file)

    def _write_new(self, drafted: Drafted, brief: Brief) -> Outcome:
        raw, notes = drafted.raw, drafted.notes
        brief = document.stamp(replace(brief, story=self._story(raw, brief)))
        file = free_file(brief, raw, self.desk.briefs)
        self.desk.briefs.mkdir(parents=True, exist_ok=True)
        write_text(file, document.render(brief))
        if brief.story:
            notes = (*notes, f"{file.name}: put into the story “{brief.story}”; correct the line if it is of another")
        return Outcome(raw.file, "new", file, notes)

    def _story(self, raw: Raw, brief: Brief) -> str:
        """Return the story that a new brief may belong to, or "", and remember the brief for those after it."""
        (own,) = facts([Entry(raw.recorded, brief)])
        story = self.stories.story(own)
        self.stories.put(*facts([Entry(raw.recorded, replace(brief, story=story))]))
        return story

    def _with_photo(self, outcome: Outcome, pictures: Sequence[Picture]) -> Outcome:
        """Make the first picture the photo of the outcome's brief."""
        if outcome.brief is None or not pictures or outcome.refusals:
            return outcome
        return replace(outcome, notes=(*outcome.notes, *attach(pictures, outcome.brief, self.desk.content)))


def _kept(raw: Raw, brief_file: Path, known: Origins, delivery: Delivery | None = None) -> Outcome | None:
    """Return the outcome for a brief made from this raw article or from a newer version; None for other briefs."""
    made = known.records.get(brief_file) or document.parse(read_text(brief_file)).raw
    if made is None:
        return None
    same_file = made.file == raw.recorded
    if same_file and made.sha256 == raw.sha256:
        return Outcome(raw.file, "kept", brief_file)
    if delivery is None:
        return None
    age = newer(delivery.version, delivery.sent, made.version, made.sent)
    # The same version in another file is the same article, unless it cancels the item.
    canceled = delivery.status == "canceled" and not made.killed
    stays = age < 0 or (age == 0 and not same_file and not canceled)
    return Outcome(raw.file, "kept", brief_file) if stays else None
